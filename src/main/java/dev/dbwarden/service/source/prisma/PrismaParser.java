package dev.dbwarden.service.source.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the language of Prisma schemas. */
final class PrismaParser {
    private static final int DEEPEST = 20;

    private static final Set<String> ATTRIBUTES = Set.of("id", "unique", "default", "map", "relation", "updatedAt", "ignore", "@id", "@unique", "@index", "@fulltext", "@map", "@schema", "@ignore");
    private static final Pattern DATASOURCE = Pattern.compile("(?m)^\\s*datasource\\s+(\\w+)\\s*\\{");
    private static final Pattern PROVIDER = Pattern.compile("provider=\"(\\w*)\"");
    private static final Set<String> ARGUMENTS = Set.of("name", "map", "fields", "references", "onDelete", "onUpdate", "type", "where", "sort", "ops", "length", "value");

    private final String text;
    private final List<Schema.Model> models = new ArrayList<>();
    private final List<Schema.Enumeration> enums = new ArrayList<>();
    private final List<Schema.View> views = new ArrayList<>();
    private final List<Argument> extensions = new ArrayList<>();
    /** What attributes of native types begin with: the name of the datasource. */
    private final String datasource;
    private Optional<Schema.Provider> provider = Optional.empty();
    private boolean foreignKeys = true;
    private int at;

    private PrismaParser(String text) {
        this.text = text;
        this.datasource = DATASOURCE.matcher(text).results().map(found -> found.group(1)).findFirst().orElse("db");
    }

    static Schema parse(String text) {
        var parser = new PrismaParser(text);
        parser.skip(true);
        while (parser.at < text.length()) {
            parser.block();
            parser.skip(true);
        }
        return new Schema(parser.models, parser.enums, parser.views, parser.extensions, parser.provider, parser.foreignKeys);
    }

    private void block() {
        int start = at;
        String kind = name();
        String name = name();
        skip(true);
        switch (kind) {
            case "model", "enum" -> {
                expect('{');
                body(kind, name, start);
            }
            case "datasource", "generator", "view", "type" -> {
                if (kind.equals("type")) {
                    throw new PrismaException("composite types are MongoDB's; they have no table", start);
                }
                if (kind.equals("view")) {
                    views.add(new Schema.View(name, start));
                }
                expect('{');
                String said = settings();
                if (kind.equals("datasource")) {
                    provider = PROVIDER.matcher(said).results().map(found -> new Schema.Provider(found.group(1), start)).findFirst();
                }
            }
            default -> throw new PrismaException("model, enum, view, datasource or generator is expected, and here is '" + kind + "'", start);
        }
    }

    /** Settings are passed over, but for extensions, the provider and the one that leaves foreign keys to Prisma; it was called referentialIntegrity once. */
    private String settings() {
        int start = at;
        var said = new StringBuilder();
        for (skip(true); !accept('}'); skip(true)) {
            if (at >= text.length()) {
                throw new PrismaException("the block is never closed", start);
            }
            int from = at;
            if (text.charAt(at) == '"') {
                string();
            } else if (text.charAt(at) == '[' && said.toString().endsWith("extensions=")) {
                value(0).items().forEach(extension -> extensions.add(extension.value()));
            } else {
                at++;
            }
            said.append(text, from, at);
        }
        foreignKeys &= !said.toString().matches("(?s).*(relationMode|referentialIntegrity)=\"prisma\".*");
        return said.toString();
    }

    private void body(String kind, String name, int start) {
        var fields = new ArrayList<Schema.Field>();
        var attributes = new ArrayList<Schema.Attribute>();
        skip(true);
        while (!accept('}')) {
            if (at >= text.length()) {
                throw new PrismaException("the block is never closed", start);
            }
            if (text.startsWith("@@", at)) {
                attributes.add(attribute());
            } else {
                fields.add(field(kind.equals("model")));
            }
            skip(true);
        }
        if (kind.equals("model")) {
            models.add(new Schema.Model(name, fields, attributes, start));
        } else {
            enums.add(new Schema.Enumeration(name, fields, attributes, start));
        }
    }

    private Schema.Field field(boolean typed) {
        int start = at;
        String name = name();
        skip(false);
        String type = typed ? name() : "";
        if (type.equals("Unsupported")) {
            expect('(');
            type = "Unsupported:" + string();
            expect(')');
        }
        String arity = accept('?') ? "?" : text.startsWith("[]", at) ? "[]" : "";
        at += arity.equals("[]") ? 2 : 0;
        var attributes = new ArrayList<Schema.Attribute>();
        skip(false);
        while (at < text.length() && text.charAt(at) == '@') {
            attributes.add(attribute());
            skip(false);
        }
        return new Schema.Field(name, type, arity, attributes, start);
    }

    private Schema.Attribute attribute() {
        int start = at++;
        String prefix = accept('@') ? "@" : "";
        var name = new StringBuilder(prefix).append(name());
        while (accept('.')) {
            name.append('.').append(name());
        }
        boolean isNative = name.toString().startsWith(datasource + ".");
        if (!ATTRIBUTES.contains(name.toString()) && !isNative) {
            throw new PrismaException("the attribute @" + name + " is not known", start);
        }
        List<Argument.Named> arguments = at < text.length() && text.charAt(at) == '(' ? arguments(')', 0) : List.of();
        arguments.stream().flatMap(argument -> argument.name().stream()).filter(argument -> !ARGUMENTS.contains(argument)).findFirst().ifPresent(argument -> {
            throw new PrismaException("the argument '" + argument + "' of @" + name + " is not known", start);
        });
        return new Schema.Attribute(isNative ? "db" + name.substring(datasource.length()) : name.toString(), arguments, start);
    }

    private List<Argument.Named> arguments(char closing, int depth) {
        if (depth > DEEPEST) {
            throw new PrismaException("the attribute nests deeper than " + DEEPEST, at);
        }
        var arguments = new ArrayList<Argument.Named>();
        at++;
        skip(true);
        while (!accept(closing)) {
            arguments.add(argument(depth));
            skip(true);
            if (accept(',')) {
                skip(true);
            } else if (at >= text.length() || text.charAt(at) != closing) {
                throw new PrismaException("',' or '" + closing + "' is expected", at);
            }
        }
        return arguments;
    }

    private Argument.Named argument(int depth) {
        int start = at;
        if (at < text.length() && isName(text.charAt(at))) {
            String name = name();
            skip(true);
            if (accept(':')) {
                skip(true);
                return new Argument.Named(Optional.of(name), value(depth));
            }
            at = start;
        }
        return new Argument.Named(Optional.empty(), value(depth));
    }

    private Argument value(int depth) {
        int start = at;
        char c = at < text.length() ? text.charAt(at) : '\0';
        if (c == '"') {
            return new Argument(Argument.Kind.TEXT, string(), List.of(), start);
        }
        if (c == '{') {
            throw new PrismaException("a condition of an index is read as raw(\"...\") only", start);
        }
        if (c == '[') {
            return new Argument(Argument.Kind.LIST, "", arguments(']', depth + 1), start);
        }
        if (c == '-' || Character.isDigit(c)) {
            at++;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new Argument(Argument.Kind.NUMBER, text.substring(start, at), List.of(), start);
        }
        var word = new StringBuilder(name());
        while (accept('.')) {
            word.append('.').append(name());
        }
        boolean call = at < text.length() && text.charAt(at) == '(';
        return new Argument(call ? Argument.Kind.CALL : Argument.Kind.WORD, word.toString(), call ? arguments(')', depth + 1) : List.of(), start);
    }

    private String string() {
        int start = at;
        expect('"');
        var read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c != '\\' || at >= text.length()) {
                read.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            read.append(switch (escaped) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'u' -> codeUnit();
                default -> escaped;
            });
        }
        if (!accept('"')) {
            throw new PrismaException("the text is never closed", start);
        }
        return read.toString();
    }

    private char codeUnit() {
        String digits = text.substring(at, Math.min(text.length(), at + 4));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new PrismaException("four hexadecimal digits are expected", at);
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private String name() {
        skip(false);
        int start = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new PrismaException("a name is expected", at);
        }
        return text.substring(start, at);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw new PrismaException("'" + c + "' is expected", at);
        }
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over white space, and over lines and comments where they mean nothing. */
    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || lines && c == '\n') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }
}
