package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what operator classes and families are made of (manual, CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY). */
final class FamilyMemberReader {
    private final TokenStream in;
    private final PostgresqlScript script;
    private final String method;
    /** The type that a class is for; empty in a family. */
    private final String type;

    FamilyMemberReader(TokenStream in, PostgresqlScript script, String method, String type) {
        this.in = in;
        this.script = script;
        this.method = method;
        this.type = type;
    }

    /** At {@code OPERATOR} or {@code FUNCTION}. */
    FamilyMember member() {
        boolean function = isFunction();
        int number = number();
        return function ? function(number) : operator(number);
    }

    /** {@code OPERATOR number (left, right)}: the place of one that goes. */
    String place() {
        boolean function = isFunction();
        int number = number();
        List<String> types = types();
        return new FamilyMember(function, number, types.getFirst(), types.getLast(), "", "").place();
    }

    private boolean isFunction() {
        boolean function = in.accept("FUNCTION");
        if (!function) {
            in.expect("OPERATOR");
        }
        return function;
    }

    private int number() {
        Token token = in.peek();
        if (token.type() != Token.Type.NUMBER || !token.text().matches("\\d{1,5}")) {
            throw in.unexpected("the number of an operator or a function");
        }
        return Integer.parseInt(in.next().text());
    }

    private FamilyMember operator(int number) {
        String target = operatorName();
        List<String> types = in.at("(") ? types() : List.of(type, type);
        if (types.getFirst().isEmpty()) {
            throw in.unexpected("(left type, right type) of the operator");
        }
        String sorted = "";
        if (in.accept("FOR") && !in.accept("SEARCH")) {
            in.expect("ORDER", "BY");
            sorted = name();
        }
        return new FamilyMember(false, number, types.getFirst(), types.getLast(), target, sorted);
    }

    private String operatorName() {
        int mark = in.mark();
        while (in.peek().isName() && in.peek(1).is(".")) {
            in.next();
            in.next();
        }
        if (in.peek().type() != Token.Type.SYMBOL || in.atAny("(", ")", ",", ";", ".")) {
            throw in.unexpected("an operator");
        }
        in.next();
        return in.textSince(mark);
    }

    private FamilyMember function(int number) {
        List<String> types = in.at("(") ? types() : List.of();
        int at = in.peek().start();
        int mark = in.mark();
        ObjectName written = PostgresqlScript.clauses(in).objectName();
        in.reset(mark);
        String name = name();
        List<String> arguments = in.at("(") ? list(new DefinedReader(in, script).arguments()) : arguments(written, at);
        if (types.isEmpty()) {
            types = natural(number, arguments);
        }
        if (types.getFirst().isEmpty()) {
            throw new SqlException("function " + number + " of an operator family needs the types that it is for, in brackets before its name", at);
        }
        return new FamilyMember(true, number, types.getFirst(), types.getLast(), name + "(" + String.join(", ", arguments) + ")", "");
    }

    /** The types of the arguments of the only function of a name. */
    private List<String> arguments(ObjectName written, int at) {
        ObjectName name = script.made(written);
        List<SchemaObject> named = script.editor.objects().stream().filter(object -> object.ref().kind().equals("function") && object.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new SqlException("the types of the arguments of " + written + " are not known; write them behind its name", at);
        }
        return list(named.getFirst().ref().part());
    }

    private static List<String> list(String brackets) {
        return TokenStream.of(TokenStream.of(brackets, Postgresql.LEXICON).parenthesized(), Postgresql.LEXICON).list().stream().map(String::strip).toList();
    }

    /** The types that a function is for where they are not said (source, {@code assignProcTypes}). */
    private List<String> natural(int number, List<String> arguments) {
        int[] places = method.equals("btree") && number == 1 ? new int[] {0, 1} : method.equals("btree") && number == 3 ? new int[] {0, 2}
                : method.equals("hash") && number <= 2 ? new int[] {0, 0} : new int[0];
        var types = new ArrayList<String>();
        for (int place : places) {
            types.add(place < arguments.size() ? arguments.get(place) : type);
        }
        return types.isEmpty() ? List.of(type, type) : types;
    }

    /** {@code (type [, type])}. */
    private List<String> types() {
        in.expect("(");
        String left = type(in);
        String right = in.accept(",") ? type(in) : left;
        in.expect(")");
        return List.of(left, right);
    }

    /** A type without its length, which says nothing here. */
    static String type(TokenStream in) {
        return DefinedReader.type(in).orElseThrow(() -> in.unexpected("a type"));
    }

    /** A name as it is written. */
    private String name() {
        return PostgresqlRenderer.name(PostgresqlScript.clauses(in).objectName());
    }

    /** {@code USING method}; empty where it is one that nobody knows the rules of. */
    static Optional<String> method(TokenStream in) {
        in.expect("USING");
        return Optional.of(PostgresqlScript.clauses(in).name()).filter(FamilyMember.METHODS::contains);
    }
}
