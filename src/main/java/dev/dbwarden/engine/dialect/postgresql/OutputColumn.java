package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Field;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Items.Form;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Subscript;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a query's answer.
 *
 * @param alias the name that it is given; empty where it keeps its own
 */
record OutputColumn(String expression, String alias) {
    private static final Set<String> NO_ALIAS = Set.of("END", "NULL", "TRUE", "FALSE", "PRECISION", "ZONE", "VARYING", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
            "CURRENT_USER", "LOCALTIME", "LOCALTIMESTAMP", "SESSION_USER", "UNKNOWN");
    private static final Set<String> BEFORE_OPERAND = Set.of("AND", "OR", "NOT", "IS", "IN", "LIKE", "ILIKE", "COLLATE", "BETWEEN", "DISTINCT", "FROM", "WHEN", "THEN", "ELSE",
            "CASE", "AT", "TO", "SIMILAR", "ZONE", "TIME", "ANY", "ALL", "INTERVAL", "OVER");

    static OutputColumn of(String column) {
        List<Token> tokens = TokenStream.of(column, Postgresql.LEXICON).remaining();
        int last = tokens.size() - 1;
        if (last < 1 || !tokens.get(last).isName()) {
            return new OutputColumn(column, "");
        }
        Token before = tokens.get(last - 1);
        if (before.is("AS")) {
            return new OutputColumn(column.substring(0, before.start()), Wording.named(tokens.get(last)));
        }
        boolean ends = switch (before.type()) {
            case NAME, STRING, NUMBER -> true;
            case WORD -> !BEFORE_OPERAND.contains(before.text().toUpperCase(Locale.ROOT));
            case SYMBOL -> before.is(")") || before.is("]");
            case END -> false;
        };
        boolean alias = ends && (tokens.get(last).type() == Type.NAME || !NO_ALIAS.contains(tokens.get(last).text().toUpperCase(Locale.ROOT)));
        return alias ? new OutputColumn(column.substring(0, tokens.get(last).start()), Wording.named(tokens.get(last))) : new OutputColumn(column, "");
    }

    /** With its name behind it, unless that is the one that the server gives it anyway, whatever casts it prints. */
    String text(String value) {
        String own = ownName(false);
        String name = alias.isEmpty() && !own.isEmpty() ? own : name();
        return name.isEmpty() || name.equals("\"?column?\"") || name.equals(own) ? value : value + " as " + name;
    }

    /** What it is called; empty where nobody can refer to it. */
    String name() {
        return alias.isEmpty() ? ownName(true) : alias;
    }

    /** The name that the server gives it; that of a type, which it gives where nothing else has a name, only if asked for. */
    private String ownName(boolean cast) {
        String query = expression.strip();
        return Expressions.tree(query, PostgresqlExpressions.RULES).map(tree -> named(tree, cast)).filter(name -> !name.isEmpty()).map(Postgresql.QUOTING::name).orElseGet(() -> called(query));
    }

    /** The name of a call that is not taken apart. */
    private static String called(String query) {
        List<Token> tokens = TokenStream.of(query, Postgresql.LEXICON).remaining();
        boolean call = tokens.size() > 2 && tokens.getFirst().isName() && tokens.get(1).is("(") && QueryText.close(tokens, 1) == tokens.size() - 1;
        return call ? Wording.named(tokens.getFirst()) : "";
    }

    /** A column's name, an attribute's, a function's, that of what is cast or of the type (parse_target.c, FigureColnameInternal). */
    private static String named(Expression tree, boolean cast) {
        return switch (tree) {
            case Name name -> name.last().equals("*") ? "" : name.last();
            case Field(_, String name) -> name.equals("*") ? "" : name;
            case Call call -> call.function().last();
            case Subscript(Expression operand, _) -> named(operand, cast);
            case Binary(String operator, Expression left, _) when operator.equals("COLLATE") -> named(left, cast);
            case Cast(Expression operand, TypeName type) -> {
                String name = operand instanceof Case ? named(operand, false).replaceFirst("^case$", "") : named(operand, false);
                yield name.isEmpty() && cast ? catalogName(type) : name;
            }
            case Case(_, _, var otherwise) -> otherwise.map(value -> value instanceof Case ? "" : named(value, false)).filter(name -> !name.isEmpty()).orElse("case");
            case Items(Form form, _) -> form == Form.ARRAY ? "array" : form == Form.ROW ? "row" : "";
            case Opaque(String text) when text.startsWith("( ") -> first(TokenStream.of(text.substring(2, text.length() - 2), Postgresql.LEXICON));
            case Opaque(String text) -> text.startsWith("EXISTS ") ? "exists" : text.startsWith("ARRAY ") ? "array" : "";
            case Literal(String text) -> text.matches("[A-Z]+_[A-Z]+|LOCALTIME(STAMP)?|USER") ? text.toLowerCase(Locale.ROOT) : text.equals("TRUE") || text.equals("FALSE") ? "bool" : "";
            case Unary _, Binary _, Chain _, Expression.Test _ -> "";
        };
    }

    /** What a query calls its only column. */
    private static String first(TokenStream query) {
        if (!query.accept("SELECT")) {
            return "";
        }
        query.accept("DISTINCT");
        List<String> columns = TokenStream.of(QueryText.segment(query), Postgresql.LEXICON).list();
        String name = columns.size() == 1 ? of(columns.getFirst()).name() : "";
        return name.isEmpty() ? name : TokenStream.of(name, Postgresql.LEXICON).peek().value();
    }

    /** What the catalog calls a type that has another name in the standard. */
    private static String catalogName(TypeName type) {
        String last = type.name().substring(type.name().lastIndexOf('.') + 1);
        return switch (type.name()) {
            case "integer" -> "int4";
            case "bigint" -> "int8";
            case "smallint" -> "int2";
            case "boolean" -> "bool";
            case "real" -> "float4";
            case "double precision" -> "float8";
            case "char" -> "bpchar";
            default -> last.replace("\"", "");
        };
    }
}
