package dev.dbwarden.service.source.prisma;

import java.util.List;
import java.util.Optional;

/**
 * A value in an attribute: a text, a word, a number, a call, a list.
 *
 * @param text  the text's content, the word, the number, the function's name
 * @param items of a list its values, of a call its arguments
 */
record Argument(Kind kind, String text, List<Named> items, int at) {
    enum Kind { TEXT, WORD, NUMBER, CALL, LIST }

    /** An argument, with its name where it has one. */
    record Named(Optional<String> name, Argument value) {}

    /** The argument of that name; without a name the first one that has none. */
    static Optional<Argument> find(List<Named> arguments, String name, boolean first) {
        return arguments.stream().filter(each -> each.name().equals(Optional.of(name))).map(Named::value).findFirst()
                .or(() -> first ? arguments.stream().filter(each -> each.name().isEmpty()).map(Named::value).findFirst() : Optional.empty());
    }

    /** The values of a list; a value alone stands for a list of it. */
    List<Named> elements() {
        return kind == Kind.LIST ? items : List.of(new Named(Optional.empty(), this));
    }

    Optional<Argument> find(String name) {
        return find(items, name, false);
    }
}
