package dev.dbwarden.service.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Problem;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.snapshot.Header;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Does beside the start, on one other core, what the first request would wait for, and what nobody waits for: the meters of the JVM. */
@Singleton
public class HeadStart {
    private static final SourceText MODEL = new SourceText("schema.sql", Optional.empty(), Optional.empty(), "CREATE TABLE a (id INTEGER PRIMARY KEY, name VARCHAR(20) DEFAULT 'x');");

    private final Instance<ObjectMapper> mapper;
    private final ExecutorService work = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("head start").factory());

    HeadStart(Instance<ObjectMapper> mapper) {
        this.mapper = mapper;
    }

    void load(@Observes @Initialized(ApplicationScoped.class) Object beans) {
        work.execute(HeadStart::readModel);
        work.execute(this::spellProblem);
    }

    void meter(@Observes StartupEvent started, MeterRegistry registry) {
        work.execute(() -> Stream.<MeterBinder>of(new ClassLoaderMetrics(), new JvmMemoryMetrics(), new JvmGcMetrics(), new JvmThreadMetrics(), new UptimeMetrics(), new ProcessorMetrics(),
                new FileDescriptorMetrics()).forEach(meters -> meters.bindTo(registry)));
        work.shutdown();
    }

    private void spellProblem() {
        try {
            mapper.get().writeValueAsBytes(new Problem(ProblemType.OVERLOADED.uri(), ProblemType.OVERLOADED.title(), 503, "", List.of(), Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    private static void readModel() {
        Dialect dialect = Dialects.find("postgresql").orElseThrow();
        Schema schema = Sources.read(List.of(MODEL), dialect, Limits.DEFAULT).schema();
        new Snapshot(Header.NONE.of(Inputs.DEFAULT_DATABASE, dialect.name()), dialect.normalizer().settled(schema, Schema.EMPTY)).text();
    }
}
