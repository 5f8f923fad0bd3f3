package dev.dbwarden.service.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document; spelled as a JSON pointer (RFC 6901) only when somebody asks.
 *
 * @param segment the last step; of a root the name of its document, or empty for the request itself
 */
public record Path(@Nullable Path parent, String segment) {
    public static final Path ROOT = new Path(null, "");

    /** The root of a document of its own. */
    public static Path root(String document) {
        return new Path(null, document);
    }

    /** The document's name, where it is one of its own. */
    public Optional<String> document() {
        Path root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root.segment.isEmpty() ? Optional.empty() : Optional.of(root.segment);
    }

    /** The place that a list of segments leads to. */
    public static Path of(String... segments) {
        Path path = ROOT;
        for (String segment : segments) {
            path = path.to(segment);
        }
        return path;
    }

    public Path to(String name) {
        return new Path(this, name);
    }

    public Path to(int index) {
        return new Path(this, Integer.toString(index));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent != null) {
            parent.write(text);
            text.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
    }
}
