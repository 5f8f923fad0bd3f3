package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.Arrays;
import java.util.Optional;

/** What terms of SQLAlchemy are about. */
final class Terms {
    private Terms() {}

    /** Whether the value is SQLAlchemy's thing of that name. */
    static boolean is(Value value, String name) {
        return value instanceof Value.Symbol(var full) && full.startsWith(SqlAlchemyLibrary.ROOT)
                && full.length() == SqlAlchemyLibrary.ROOT.length() + name.length() && full.endsWith(name);
    }

    /** Whether the value is made by one of SQLAlchemy's functions or classes, or by a method of that name. */
    static boolean isCall(Value value, String... names) {
        return value instanceof Value.Construct construct && Arrays.stream(names).anyMatch(name ->
                is(construct.callee(), name) || construct.callee() instanceof Value.Member(_, var method) && method.equals(name));
    }

    /** Whether it is a call of SQLAlchemy's function or class, and no method. */
    static boolean isMade(Value value, String... names) {
        return value instanceof Value.Construct construct && Arrays.stream(names).anyMatch(name -> is(construct.callee(), name));
    }

    /** The name of the thing that a symbol or a call is about, without SQLAlchemy's root; empty for anything else. */
    static String name(Value value) {
        return switch (value) {
            case Value.Symbol(var full) when full.startsWith(SqlAlchemyLibrary.ROOT) -> full.substring(SqlAlchemyLibrary.ROOT.length());
            case Value.Construct construct when construct.callee() instanceof Value.Symbol -> name(construct.callee());
            default -> "";
        };
    }

    static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.EnumMember(_, _, Value.Text(var text)) -> Optional.of(text);
            case Value.Construct construct when isMade(construct, "conv", "quoted_name", "_truncated_label") && !construct.arguments().isEmpty() ->
                text(construct.arguments().getFirst());
            default -> Optional.empty();
        };
    }

    /** The text of an argument that has to be one. */
    static String text(Value value, String what, Location at) {
        return text(value).orElseThrow(() -> fault(value, what, at));
    }

    /** A whole number of any size that a database knows, as the length of a MySQL LONGBLOB. */
    static Optional<Long> whole(Value value) {
        return value instanceof Value.Number(var number, var whole) && whole && number.toBigInteger().bitLength() < 64 ? Optional.of(number.longValue()) : Optional.empty();
    }

    static Optional<Integer> number(Value value) {
        return value instanceof Value.Number(var number, var whole) && whole && number.toBigInteger().bitLength() < 31 ? Optional.of(number.intValue()) : Optional.empty();
    }

    static boolean truth(Value value, String what, Location at) {
        return switch (value) {
            case Value.Truth(var is) -> is;
            case Value.Nothing _ -> false;
            case Value.Number(var number, _) -> number.signum() != 0;
            default -> throw fault(value, what, at);
        };
    }

    /** The fault of a value that is not what is wanted: it may be another thing, or not be known at all. */
    static ModelFault fault(Value value, String what, Location at) {
        if (value instanceof Value.Unknown(var reason, var where, _)) {
            return new ModelFault(at, what + " is not known: " + reason + (where.equals(at) || where.line() == at.line() && where.file() == at.file() ? "" : " (" + where + ")")
                    + "; write it out");
        }
        Optional<String> absent = notSent(value);
        return new ModelFault(at, absent.isPresent() ? what + " is not known: " + absent.get() + " was not sent; send its file too, or write it out"
                : what + " is known only when the program runs" + source(value) + "; write it out");
    }

    /** What a value is made of that comes from a file which is neither here nor of a library that is known. */
    static Optional<String> notSent(Value value) {
        return switch (value) {
            case Value.Symbol(var name) when name.contains(".") && !SqlAlchemyLibrary.isKnown(name.substring(0, name.indexOf('.'))) -> Optional.of(name);
            case Value.Construct construct -> notSent(construct.callee()).or(() -> construct.arguments().stream().flatMap(each -> notSent(each).stream()).findFirst());
            case Value.Member(var owner, _) -> notSent(owner);
            case Value.Item(var owner, _) -> notSent(owner);
            default -> Optional.empty();
        };
    }

    private static String source(Value value) {
        return switch (value) {
            case Value.Construct construct -> ", as the result of " + construct.callee() + "()";
            case Value.Symbol(var name) -> ", as it is " + name;
            case Value.Member member -> ", as it is " + member;
            default -> "";
        };
    }
}
