package dev.dbwarden.service.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Reads JSON and YAML into trees, strictly: two fields of one name, anything after the end, YAML's aliases and tags are mistakes.
 *
 * <p>A text that is neither fails at once, with line and column; duplicates are collected.
 */
public final class Documents {
    private static final Nodes NODES = Nodes.INSTANCE;

    private final Syntax syntax;
    private final int depthLimit;
    private final ProblemType problem;
    private final Mistakes mistakes;
    private final BiConsumer<String, JsonNode> listener;

    /** Reads documents whose faults are of the given kind of problem. */
    public Documents(Syntax syntax, Limits limits, ProblemType problem, Mistakes mistakes) {
        this(syntax, limits, problem, mistakes, (_, _) -> { });
    }

    /** @param listener is told each field of the outermost object as soon as its value is read, before anybody knows whether what stands behind it is right */
    public Documents(Syntax syntax, Limits limits, ProblemType problem, Mistakes mistakes, BiConsumer<String, JsonNode> listener) {
        this.syntax = syntax;
        this.depthLimit = limits.jsonDepth();
        this.problem = problem;
        this.mistakes = mistakes;
        this.listener = listener;
    }

    public JsonNode read(byte[] text, Path at) {
        try (JsonParser parser = syntax.parser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new ProblemException(problem, "the " + syntax.label() + " document is empty", List.of(Mistake.at(at.toString(), "nothing to read")));
            }
            JsonNode node = value(parser, first, at, 0);
            if (parser.nextToken() != null) {
                throw fault(at, parser.currentTokenLocation(), "there is more after the end of the " + syntax.label() + " document");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw new ProblemException(ProblemType.TOO_LARGE, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw fault(at, e.getLocation(), "not " + syntax.label() + ": " + firstLine(e.getOriginalMessage()));
        } catch (CharConversionException e) {
            // Jackson takes a text with nulls in front for UTF-32.
            throw new ProblemException(problem, "the " + syntax.label() + " document is not UTF-8", List.of(Mistake.at(at.toString(), firstLine(e.getMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(JsonParser parser, JsonToken token, Path at, int depth) throws IOException {
        if (depth > depthLimit) {
            throw new ProblemException(ProblemType.TOO_LARGE, "the document nests deeper than " + depthLimit);
        }
        if (parser instanceof YAMLParser yaml) {
            refuseReferences(yaml, at);
        }
        return switch (token) {
            case START_OBJECT -> object(parser, at, depth);
            case START_ARRAY -> array(parser, at, depth);
            case VALUE_STRING -> NODES.textNode(text(parser, parser.getText(), at));
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? NODES.numberNode(parser.getBigIntegerValue()) : NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(decimal(parser, at));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw fault(at, parser.currentTokenLocation(), "not " + syntax.label() + ": unexpected " + token.name().toLowerCase(Locale.ROOT));
        };
    }

    private BigDecimal decimal(JsonParser parser, Path at) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException outOfRange) {
            throw fault(at, parser.currentTokenLocation(), "a number with an exponent that no number has");
        }
    }

    private ObjectNode object(JsonParser parser, Path at, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String field = text(parser, name, at);
            JsonNode value = value(parser, parser.nextToken(), at, depth + 1);
            if (object.replace(field, value) != null) {
                mistakes.add(place(parser, at), "'" + field + "' stands here twice", "leave one of them out");
            }
            if (depth == 0) {
                listener.accept(field, value);
            }
        }
        return object;
    }

    /** A text; the null character is in no SQL, name or value. */
    private String text(JsonParser parser, String text, Path at) {
        if (text.indexOf('\0') >= 0) {
            throw fault(at, parser.currentTokenLocation(), "a text holds the null character, which no database keeps");
        }
        return text;
    }

    private ArrayNode array(JsonParser parser, Path at, int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token, at, depth + 1));
        }
        return array;
    }

    /** An alias repeats what is elsewhere and may do so without end; a tag names a type of the reader's own. A document needs neither. */
    private void refuseReferences(YAMLParser parser, Path at) throws IOException {
        if (parser.isCurrentAlias()) {
            throw fault(at, parser.currentTokenLocation(), "YAML aliases are not read (at " + place(parser, at) + "); write the value out");
        }
        if (parser.getTypeId() != null) {
            throw fault(at, parser.currentTokenLocation(), "YAML tags are not read (at " + place(parser, at) + "); leave the tag out");
        }
    }

    /** Where the parser stands in a document that is at that place. */
    private static Path place(JsonParser parser, Path at) {
        Path place = at;
        for (JsonPointer rest = parser.getParsingContext().pathAsPointer(); !rest.matches(); rest = rest.tail()) {
            place = place.to(rest.getMatchingProperty());
        }
        return place;
    }

    private ProblemException fault(Path at, JsonLocation place, String message) {
        int line = Math.max(1, place == null ? 1 : place.getLineNr());
        int column = Math.max(1, place == null ? 1 : place.getColumnNr());
        Mistake mistake = Mistake.at(line, column, message);
        return new ProblemException(problem, message, List.of(at.document().map(mistake::in).orElse(mistake)));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
