package dev.dbwarden.service.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** How a document is written. */
public enum Syntax {
    JSON("JSON", new JsonFactory()),
    YAML("YAML", YAMLFactory.builder().loaderOptions(loaderOptions()).build());

    private final String label;
    private final JsonFactory factory;

    Syntax(String label, JsonFactory factory) {
        this.label = label;
        this.factory = factory;
        // The JVM's table of names is for names that come again, and is shared by all.
        factory.disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        // The body's size and the reader's own depth limit are tighter than what these guard against.
        factory.setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100_000).maxStringLength(Integer.MAX_VALUE).build());
    }

    String label() {
        return label;
    }

    public JsonParser parser(byte[] text) throws IOException {
        return factory.createParser(text);
    }

    private static LoaderOptions loaderOptions() {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(100_000);
        return options;
    }
}
