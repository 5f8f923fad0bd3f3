package dev.dbwarden.service.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The same request gives the same bytes whatever language the machine speaks: numbers in texts and names of files are written in its digits otherwise. */
@Singleton
public class PlainLocale {
    void start(@Observes StartupEvent started) {
        Locale.setDefault(Locale.ROOT);
    }
}
