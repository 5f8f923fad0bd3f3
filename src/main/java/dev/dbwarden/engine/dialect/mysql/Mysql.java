package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Quoting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dialect of MySQL, and of the servers that descend from it. */
public class Mysql implements Dialect {
    static final Lexicon LEXICON = new Lexicon("`", true, false, false, true, false, false, true, true);

    /** MySQL manual, 11.3; MariaDB knowledge base, Reserved Words. What is reserved on one of them is quoted for both. */
    private static final Set<String> RESERVED = Set.of("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change char character check collate column
            condition constraint continue convert create cross cube cume_dist current_date current_role current_time current_timestamp current_user cursor database
            databases day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete delete_domain_id dense_rank desc describe deterministic
            distinct distinctrow div do_domain_ids double drop dual each else elseif empty enclosed escaped except exists exit explain false fetch first_value float
            float4 float8 for force foreign from fulltext function general generated get grant group grouping groups having high_priority hour_microsecond hour_minute
            hour_second if ignore ignore_domain_ids ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect
            interval into io_after_gtids io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead leading leave left library like limit linear
            lines load localtime localtimestamp lock long longblob longtext loop low_priority manual master_bind master_heartbeat_period master_ssl_verify_server_cert
            match maxvalue mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural not no_write_to_binlog nth_value ntile null
            numeric of offset on optimize optimizer_costs option optionally or order out outer outfile over page_checksum parallel parse_vcol_expr partition percent_rank
            precision primary procedure purge qualify range rank read reads read_write real recursive references ref_system_id regexp release rename repeat replace
            require resignal restrict return returning revoke right rlike row row_number rows schema schemas second_microsecond select sensitive separator set show signal
            slow smallint spatial specific sql sqlexception sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting stats_auto_recalc
            stats_persistent stats_sample_pages stored straight_join system table tablesample terminated then tinyblob tinyint tinytext to trailing trigger true undo
            union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying virtual when where while
            window with write xor year_month zerofill
            """.strip().split("\\s+"));

    static final Quoting QUOTING = new Quoting('`', RESERVED, Identifiers::isWord, true);

    private final Variant variant;
    private final Normalizer normalizer;

    public Mysql() {
        this(new MysqlVariant());
    }

    /** The dialect of a server that does some things in its own way. */
    protected Mysql(Variant variant) {
        this.variant = variant;
        this.normalizer = new MysqlNormalizer(variant);
    }

    @Override
    public String name() {
        return variant.name();
    }

    @Override
    public List<String> aliases() {
        return variant.aliases();
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    public Quoting quoting() {
        return QUOTING;
    }

    @Override
    public Normalizer normalizer() {
        return normalizer;
    }

    @Override
    public Reading read(String script, Schema before) {
        return new MysqlReader(script, before, variant).read();
    }

    @Override
    public List<Change> renaming(Change rename, SchemaEditor before) {
        return switch (rename) {
            case RenameObject(Ref from, ObjectName to, _) when before.table(from.owner()).isPresent() -> {
                var names = new MadeNames(from.owner().name(), to.name(), variant);
                List<Change> renaming = Stream.concat(Stream.of(rename), before.table(from.owner()).orElseThrow().parts().stream().filter(part -> !names.renamed(part).equals(part.name()))
                        .map(part -> new RenamePart(to, part.kind(), part.name(), names.renamed(part)))).toList();
                yield new Triggers(from.owner(), before).around(rename, renaming, to, trigger -> Triggers.moved(trigger, to).definition().words().contains(from.owner().name()));
            }
            case RenamePart column when column.kind() == Kind.COLUMN -> new ColumnRename(column, before, variant).changes();
            default -> List.of(rename);
        };
    }

    @Override
    public List<Step> adapt(Draft draft) {
        return new MysqlAdapter(draft).steps();
    }

    @Override
    public List<Statement> render(Change change) {
        return new MysqlRenderer(variant).render(change);
    }

    @Override
    public Optional<Spelling> spelling(Strategy strategy) {
        return switch (strategy) {
            case DIRECT -> Optional.of(new MysqlDirect(this));
            case ONLINE -> Optional.of(new MysqlOnline(new MysqlDirect(this)));
        };
    }

    @Override
    public Optional<Twinning> twinning() {
        return Optional.of(new MysqlTwinning());
    }

    @Override
    public Introspector introspector() {
        return new MysqlIntrospector(this, variant);
    }
}
