package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a query selects from, and the spelling of it.
 *
 * @param types the types of the columns, by their names as they stand in an expression of this block
 * @param star  the columns that {@code *} stands for where joins make one of two; none where they are not known
 */
record QueryBlock(String text, List<Source> sources, OperandTypes types, List<OutputColumn> star) {
    static final QueryBlock NONE = new QueryBlock("", List.of());
    /** Joins that make one column of two. */
    private static final Pattern MERGED = Pattern.compile(" using | natural ");
    /** Behind these stands no column. */
    private static final Set<String> BEFORE_OTHERS = Set.of(".", "::", "AS", "COLLATE");

    /**
     * A table, a query or a function.
     *
     * @param name    what it is called
     * @param columns what its columns are called, with their types; none where they are not known
     * @param scalar  whether it is a function with one value a row, for which its name stands too
     * @param written what it is called in the text
     * @param varied  whether it is the server's own, and may lack some of the columns, or have them in another order
     */
    record Source(String name, SequencedMap<String, List<TypeName>> columns, boolean scalar, String written, boolean varied) {
        Source(String name, SequencedMap<String, List<TypeName>> columns) {
            this(name, columns, false, name, false);
        }

        /** Whether all its columns are known, in their order. */
        boolean isKnown() {
            return !columns.isEmpty() && !varied;
        }

        Stream<OutputColumn> outputs() {
            return columns.keySet().stream().map(column -> new OutputColumn(name + "." + column, ""));
        }
    }

    /** The row of a source, which the server prints with a cast to the type of the row: {@code users.*::users AS users}. */
    OutputColumn row(OutputColumn column) {
        List<Token> tokens = TokenStream.of(column.expression(), Postgresql.LEXICON).remaining();
        boolean cast = tokens.size() > 4 && tokens.getFirst().isName() && tokens.get(1).is(".") && tokens.get(2).is("*") && tokens.get(3).is("::");
        String name = cast ? Wording.word(tokens.getFirst()) : "";
        return sources.stream().noneMatch(source -> source.name().equals(name)) ? column : new OutputColumn(tokens.getFirst().text(), column.alias().equals(name) ? "" : column.alias());
    }

    /** All that a row in brackets has, of a function or a column, as far as these are known. */
    Stream<OutputColumn> fields(OutputColumn column, KnownColumns known) {
        String row = column.expression().strip();
        TokenStream all = TokenStream.of(row, Postgresql.LEXICON);
        if (!all.at("(") || !row.endsWith("*")) {
            return Stream.of(column);
        }
        TokenStream inside = TokenStream.of(all.parenthesized(), Postgresql.LEXICON);
        if (!all.accept(".", "*") || !all.isAtEnd() || !inside.peek().isName()) {
            return Stream.of(column);
        }
        String name = Wording.name(inside);
        List<String> fields = inside.at("(") ? known.ofFunction(name, "") : inside.isAtEnd() ? known.ofType(types.type(name)) : List.of();
        return fields.isEmpty() || fields.contains("") ? Stream.of(column) : fields.stream().map(field -> new OutputColumn(row.substring(0, row.length() - 1) + field, ""));
    }

    /** The columns that {@code *} stands for; the column itself where it is another one, or they are not all known, or joined into one. */
    List<OutputColumn> whole(OutputColumn column) {
        String written = column.expression().strip();
        List<Source> meant = written.equals("*") ? sources : written.endsWith(".*") ? sources.stream().filter(source -> written.equals(source.name() + ".*")).toList() : List.of();
        boolean merged = written.equals("*") && MERGED.matcher(text).find();
        if (meant.isEmpty() || !meant.stream().allMatch(Source::isKnown) || merged && star.isEmpty()) {
            return List.of(column);
        }
        if (merged) {
            return star;
        }
        return meant.stream().flatMap(Source::outputs).toList();
    }

    QueryBlock(String text, List<Source> sources) {
        this(text, sources, List.of());
    }

    QueryBlock(String text, List<Source> sources, List<OutputColumn> star) {
        this(text, sources, types(sources), star);
    }

    private static OperandTypes types(List<Source> sources) {
        if (sources.size() == 1) {
            return new OperandTypes(sources.getFirst().columns());
        }
        var types = new HashMap<String, List<TypeName>>();
        sources.forEach(source -> source.columns().forEach((column, type) -> types.put(source.name() + "." + column, type)));
        return new OperandTypes(types);
    }

    /**
     * The columns of an answer in an order that does not depend on that of a table's: where all that a source has stand together, by their names. What a star
     * stands for changes its order where a column is dropped and comes back.
     */
    List<OutputColumn> settled(List<OutputColumn> columns) {
        var settled = new ArrayList<OutputColumn>();
        for (int i = 0; i < columns.size(); ) {
            int end = i + owner(columns.get(i)).filter(Source::isKnown).map(source -> source.columns().size()).orElse(1);
            if (end > columns.size() || !isWhole(columns.subList(i, end))) {
                end = i + 1;
            }
            columns.subList(i, end).stream().sorted(Comparator.comparing(OutputColumn::name)).forEach(settled::add);
            i = end;
        }
        return settled;
    }

    private boolean isWhole(List<OutputColumn> columns) {
        Optional<Source> source = owner(columns.getFirst());
        return columns.stream().allMatch(column -> source.isPresent() && owner(column).equals(source)) && columns.stream().map(OutputColumn::name).distinct().count() == columns.size();
    }

    /** The source whose column it is, under no other name. */
    private Optional<Source> owner(OutputColumn column) {
        List<Token> tokens = TokenStream.of(column.expression(), Postgresql.LEXICON).remaining();
        boolean qualified = tokens.size() == 3 && tokens.get(1).is(".");
        if (!column.alias().isEmpty() || !qualified && tokens.size() != 1) {
            return Optional.empty();
        }
        return sources.stream().filter(source -> source.columns().containsKey(column.name()) && (!qualified || source.name().equals(Wording.word(tokens.getFirst())))).findFirst();
    }

    /** A text with the names of the sources before their columns, in place of those that are written there. */
    String named(String sql) {
        List<Source> others = sources.stream().filter(source -> !source.name().equals(source.written())).toList();
        if (others.isEmpty()) {
            return sql;
        }
        List<Token> tokens = TokenStream.of(sql, Postgresql.LEXICON).remaining();
        var text = new StringBuilder();
        int done = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String word = tokens.get(i).isName() && tokens.get(i + 1).is(".") && (i == 0 || !tokens.get(i - 1).is(".")) ? Wording.word(tokens.get(i)) : "";
            Optional<Source> source = others.stream().filter(each -> each.written().equals(word)).findFirst();
            if (source.isPresent()) {
                text.append(sql, done, tokens.get(i).start()).append(source.get().name());
                done = tokens.get(i).end();
            }
        }
        return text.append(sql.substring(done)).toString();
    }

    boolean isSingle() {
        return sources.size() == 1;
    }

    /** Whether surely none of the sources has the column. */
    boolean isWithout(String column) {
        return sources.stream().noneMatch(source -> source.columns().isEmpty() || source.columns().containsKey(column));
    }

    /** Whether the name of the only table stands here before one of its columns. */
    boolean isQualifier(List<Token> tokens, int at) {
        return isSingle() && at + 2 < tokens.size() && tokens.get(at + 1).is(".") && !tokens.get(at + 2).is("*") && tokens.get(at).isName()
                && (at == 0 || !tokens.get(at - 1).is(".")) && Wording.word(tokens.get(at)).equals(sources.getFirst().name());
    }

    /** A token as the server has it: before a column's name among several tables, or of a query around this one, stands that of the first one that has it. */
    String spelled(List<Token> tokens, int at, List<QueryBlock> outer) {
        String text = tokens.get(at).text();
        if (!isColumn(tokens, at)) {
            return text;
        }
        String name = Wording.named(tokens.get(at));
        Optional<Source> owner = owner(name);
        Optional<Source> row = owner.isPresent() ? Optional.empty() : sources.stream().filter(source -> source.name().equals(name)).findFirst();
        if (row.isPresent() && !row.get().scalar()) {
            return isWithout(name) ? text + ".*" : text;
        }
        if (owner.isEmpty() && row.isEmpty()) {
            return around(name, outer).map(source -> source.name() + "." + text).orElse(text);
        }
        String prefix = isSingle() ? "" : owner.or(() -> row).map(source -> source.name() + ".").orElse("");
        return prefix + row.map(source -> source.columns().firstEntry().getKey()).orElse(text);
    }

    private Optional<Source> owner(String column) {
        return sources.stream().filter(source -> source.columns().containsKey(column)).findFirst();
    }

    /** The source of a query around this one that has the column; none where one between may have it too. */
    private Optional<Source> around(String column, List<QueryBlock> outer) {
        QueryBlock inner = this;
        for (QueryBlock block : outer) {
            if (!inner.isWithout(column)) {
                return Optional.empty();
            }
            Optional<Source> owner = block.owner(column);
            if (owner.isPresent()) {
                return owner;
            }
            inner = block;
        }
        return Optional.empty();
    }

    private static boolean isColumn(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean free = at == 0 || !BEFORE_OTHERS.contains(tokens.get(at - 1).text().toUpperCase(Locale.ROOT));
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : token;
        boolean field = isFieldOfInterval(tokens, at) || next.is("FROM") && at > 1 && tokens.get(at - 2).is("EXTRACT") || next.is("ZONE") || token.is("ZONE") && at > 0 && tokens.get(at - 1).is("TIME");
        return token.isName() && free && !field && !next.is("(") && !next.is(".") && !isRowOfField(tokens, at) && !next.is("=>") && next.type() != Type.STRING;
    }

    /** {@code (c).email}: an attribute of a row, whose brackets say that it is one. */
    private static boolean isRowOfField(List<Token> tokens, int at) {
        return at > 0 && at + 2 < tokens.size() && tokens.get(at - 1).is("(") && tokens.get(at + 1).is(")") && tokens.get(at + 2).is(".");
    }

    /** {@code interval '1' day}, {@code '1 day'::interval day to second}. */
    private static boolean isFieldOfInterval(List<Token> tokens, int at) {
        int first = at > 2 && tokens.get(at - 1).is("TO") ? at - 2 : at;
        return first > 0 && tokens.get(first - 1).is("INTERVAL") || first > 1 && tokens.get(first - 1).type() == Type.STRING && tokens.get(first - 2).is("INTERVAL");
    }
}
