package dev.dbwarden.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code script/fuzz} hands to Jazzer, which knows these two methods by their names. */
public final class FuzzTarget {
    private static FuzzedReader reader = FuzzedReader.JSON;

    private FuzzTarget() {}

    /** Reads the seeds once, for the first inputs take the time of loading all classes, which is no fault of theirs. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        reader = FuzzedReader.named(arguments[0]);
        for (Path seed : reader.seeds()) {
            reader.feed(Files.readAllBytes(seed));
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        reader.feed(bytes);
    }

    /** Puts the seeds of a reader into a folder, as Jazzer takes them: {@code <reader> <folder>}. */
    public static void main(String[] arguments) throws IOException {
        int number = 0;
        for (Path seed : FuzzedReader.named(arguments[0]).seeds()) {
            Files.write(Path.of(arguments[1], "seed-" + number++), Files.readAllBytes(seed));
        }
    }
}
