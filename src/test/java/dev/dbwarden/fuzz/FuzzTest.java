package dev.dbwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of fuzzing and what it found: no reader is hurt by them any more. */
class FuzzTest {
    /** A tenth of a second each is plenty; a machine that does much else gets more. */
    private static final Duration MOST = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(FuzzedReader.class)
    void holdsTheLaw(FuzzedReader reader) throws IOException {
        assertThat(reader.seeds()).isNotEmpty();
        for (Path seed : reader.seeds()) {
            byte[] bytes = Files.readAllBytes(seed);
            assertTimeoutPreemptively(MOST, () -> reader.feed(bytes), seed.toString());
        }
    }
}
