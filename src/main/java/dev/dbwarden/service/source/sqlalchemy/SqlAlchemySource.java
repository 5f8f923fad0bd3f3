package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.source.evaluation.LimitException;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.PythonParser;
import dev.dbwarden.service.source.python.PythonSyntaxException;
import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.python.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a program's models: parse, evaluate, map, write. Nothing of the program runs. */
public final class SqlAlchemySource {
    /** How much Python is read; it costs several times as much memory. */
    private static final int LONGEST = 2 << 20;

    private SqlAlchemySource() {}

    /**
     * What the models amount to.
     *
     * @param ddl     the statements that make the schema; must not be used where there are faults
     * @param renames hints in {@code info={"renamed_from": ...}}, as {@code old:new}
     * @param outside what the program does to the database besides its models
     */
    public record Result(List<Ddl> ddl, List<ModelFault> faults, List<String> renames, List<String> outside) {
        static Result failed(Faults faults) {
            return new Result(List.of(), faults.found(), List.of(), List.of());
        }
    }

    public static Result read(List<SourceFile> files, Dialect dialect) {
        var faults = new Faults(files);
        Map<SourceFile, List<Statement>> parsed = parsed(files, faults);
        if (!faults.found().isEmpty()) {
            return Result.failed(faults);
        }
        try {
            return declared(parsed, dialect, faults);
        } catch (LimitException e) {
            faults.add(e.at(), String.valueOf(e.getMessage()));
            return Result.failed(faults);
        } catch (StackOverflowError e) {
            // Values that hold themselves have no place of their own.
            faults.add(new Location(files.getFirst(), 0), "a value is nested too deep, or in itself; write out what it is for");
            return Result.failed(faults);
        }
    }

    private static Map<SourceFile, List<Statement>> parsed(List<SourceFile> files, Faults faults) {
        var parsed = new LinkedHashMap<SourceFile, List<Statement>>();
        long length = 0;
        for (SourceFile file : files) {
            if (length + file.text().length() > LONGEST) {
                faults.add(new Location(file, (int) Math.max(0, LONGEST - length)), "more than " + (LONGEST >> 20) + " MiB of Python; send only the files that the models need");
                return parsed;
            }
            length += file.text().length();
            try {
                parsed.put(file, PythonParser.parse(file));
            } catch (PythonSyntaxException e) {
                faults.add(new Location(file, e.offset()), String.valueOf(e.getMessage()));
            }
        }
        return parsed;
    }

    private static Result declared(Map<SourceFile, List<Statement>> parsed, Dialect dialect, Faults faults) {
        DialectNames names = DialectNames.of(dialect, parsed.keySet());
        var tables = new Tables(names.own());
        var program = new Program(parsed, new SqlAlchemyLibrary(tables::isMapped));
        var bases = new Bases();
        var compilations = new Compilations(program, names);
        var declarations = new Declarations(program, tables, bases, compilations, faults);
        declarations.read();
        DialectRules rules = rules(dialect, names);
        var resolver = new TypeResolver(program, compilations, names);
        var enums = new Enums(program, bases);
        TypeCompiler compiler = switch (rules) {
            case PostgresqlRules _ -> new PostgresqlTypes(resolver, enums);
            case SqliteRules _ -> new SqliteTypes(resolver, enums);
            default -> new MysqlTypes(resolver, enums, dialect.name().equals("mariadb"));
        };
        var expressions = new ExpressionCompiler(rules, tables, compiler, compilations);
        var references = new References(tables);
        var types = new ColumnTypes(resolver, references);
        var context = new Context(rules, tables, references, types, compiler, expressions, new Naming(program, rules.longestName()), faults, declarations.outside());
        List<Ddl> ddl = new DdlWriter(context, new TypeWriter(rules, types, compiler, expressions, faults)).write(declarations.sequences());
        return new Result(ddl, faults.found(), Renames.in(tables), declarations.outside().stream().map(Outside::toString).toList());
    }

    private static DialectRules rules(Dialect dialect, DialectNames names) {
        return switch (dialect.name()) {
            case "postgresql" -> new PostgresqlRules(dialect);
            case "sqlite" -> new SqliteRules(dialect);
            case "mysql", "mariadb" -> new MysqlRules(dialect, names);
            default -> throw new UnsupportedOperationException(dialect.name());
        };
    }

    /** The dialects that models of SQLAlchemy are read for. */
    public static List<String> dialects() {
        return List.of("postgresql", "sqlite", "mysql", "mariadb");
    }
}
