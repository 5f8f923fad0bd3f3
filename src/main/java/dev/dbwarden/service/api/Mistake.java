package dev.dbwarden.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that is wrong with the input, with its place. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Mistake(
        @Schema(description = "the name of the source file, where the request has several", examples = "schema.sql") Optional<String> source,
        @Schema(description = "the place as a JSON pointer", examples = "/model/tables/users/columns/id/type") Optional<String> pointer,
        @Schema(description = "the place in a text, from 1", examples = "12") Optional<Integer> line,
        @Schema(description = "the place in the line, from 1", examples = "5") Optional<Integer> column,
        @Schema(examples = "column users.id has no type") String message,
        @Schema(description = "the way out", examples = "give it one, as in INTEGER") Optional<String> fix) {

    public static Mistake at(String pointer, String message) {
        return new Mistake(Optional.empty(), Optional.of(pointer), Optional.empty(), Optional.empty(), message, Optional.empty());
    }

    public static Mistake at(int line, int column, String message) {
        return new Mistake(Optional.empty(), Optional.empty(), Optional.of(line), Optional.of(column), message, Optional.empty());
    }

    public Mistake in(String name) {
        return new Mistake(Optional.of(name), pointer, line, column, message, fix);
    }

    public Mistake saying(String newMessage) {
        return new Mistake(source, pointer, line, column, newMessage, fix);
    }

    public Mistake fixedBy(String newFix) {
        return new Mistake(source, pointer, line, column, message, Optional.of(newFix));
    }
}
