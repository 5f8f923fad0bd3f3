-- All that a PostgreSQL catalog says of a schema, one fact a line. Runnable in psql; run with search_path = '' so that names are whole.
-- Left out: system objects, objects of extensions, NOT NULL constraints as constraints (the columns say it), the order of columns,
-- whether the server ties an operator to its class or to the family alone.
WITH space AS (
    SELECT oid FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
), extended AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), relation AS (
    SELECT c.* FROM pg_class c JOIN space s ON s.oid = c.relnamespace
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
), routine AS (
    SELECT p.* FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
), type AS (
    SELECT t.* FROM pg_type t JOIN space s ON s.oid = t.typnamespace
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
)
SELECT format('schema %s', n.oid::regnamespace) AS fact FROM pg_namespace n JOIN space s ON s.oid = n.oid
UNION ALL
SELECT format('extension %s in %s', extname, extnamespace::regnamespace) FROM pg_extension
UNION ALL
SELECT format('relation %s kind %s persistence %s options %s security %s %s identity %s partition %s bound %s populated %s of %s', oid::regclass, relkind,
    relpersistence, (SELECT array_agg(o ORDER BY o) FROM unnest(reloptions) o), relrowsecurity, relforcerowsecurity, relreplident,
    pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid), relispopulated, nullif(reloftype, 0)::regtype)
FROM relation WHERE relkind NOT IN ('i', 'I', 'S')
UNION ALL
SELECT format('parents %s %s', inhrelid::regclass, string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno))
FROM pg_inherits JOIN relation r ON r.oid = inhrelid GROUP BY inhrelid
UNION ALL
SELECT format('column %s.%I %s null %s default %s identity %s generated %s collation %s storage %s compression %s statistics %s options %s inherited %s', r.oid::regclass, attname,
    format_type(atttypid, atttypmod), NOT attnotnull, pg_get_expr(adbin, adrelid), attidentity, attgenerated,
    CASE WHEN attcollation <> t.typcollation THEN attcollation::regcollation END, attstorage, attcompression,
    nullif(attstattarget, -1), attoptions, attinhcount > 0)
FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND attnum > 0 AND NOT attisdropped
JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = attnum
WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
UNION ALL
SELECT format('sequence %s %s start %s by %s min %s max %s cache %s cycle %s owner %s', r.oid::regclass, format_type(seqtypid, NULL), seqstart, seqincrement,
    seqmin, seqmax, seqcache, seqcycle,
    (SELECT pg_describe_object(refclassid, refobjid, refobjsubid) || deptype::text FROM pg_depend d
     WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0))
FROM pg_sequence q JOIN relation r ON r.oid = seqrelid
UNION ALL
SELECT format('constraint %I on %s: %s inherited %s', conname, CASE WHEN conrelid <> 0 THEN conrelid::regclass::text ELSE contypid::regtype::text END,
    pg_get_constraintdef(c.oid), coninhcount > 0)
FROM pg_constraint c JOIN space s ON s.oid = c.connamespace
WHERE contype NOT IN ('n', 't') AND NOT EXISTS (SELECT FROM extended e WHERE e.objid IN (conrelid, contypid) AND e.objid <> 0)
UNION ALL
SELECT format('index %s valid %s identity %s clustered %s options %s', pg_get_indexdef(i.indexrelid), indisvalid, indisreplident, indisclustered,
    (SELECT array_agg(format('%s %s', attnum, attstattarget)) FROM pg_attribute WHERE attrelid = i.indexrelid AND attstattarget >= 0))
FROM pg_index i JOIN relation r ON r.oid = i.indexrelid
UNION ALL
SELECT format('view %s %s', oid::regclass, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
UNION ALL
SELECT pg_get_functiondef(oid) FROM routine WHERE prokind IN ('f', 'p', 'w')
UNION ALL
SELECT format('aggregate %s %s %s %s', p.oid::regprocedure, aggtransfn, aggfinalfn, agginitval) FROM routine p JOIN pg_aggregate a ON a.aggfnoid = p.oid
UNION ALL
SELECT format('%s enabled %s', pg_get_triggerdef(t.oid), tgenabled) FROM pg_trigger t JOIN relation r ON r.oid = tgrelid WHERE NOT tgisinternal
UNION ALL
SELECT format('%s enabled %s', pg_get_ruledef(w.oid), ev_enabled) FROM pg_rewrite w JOIN relation r ON r.oid = ev_class WHERE rulename <> '_RETURN'
UNION ALL
SELECT format('policy %I on %s permissive %s for %s to %s using %s check %s', polname, polrelid::regclass, polpermissive, polcmd,
    (SELECT array_agg(role::regrole::text ORDER BY role::regrole::text) FROM unnest(polroles) role WHERE role <> 0), pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
FROM pg_policy
UNION ALL
SELECT format('enum %s %s', t.oid::regtype, (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)) FROM type t WHERE typtype = 'e'
UNION ALL
SELECT format('domain %s %s null %s default %s collation %s', oid::regtype, format_type(typbasetype, typtypmod), NOT typnotnull, pg_get_expr(typdefaultbin, 0), nullif(typcollation, 0)::regcollation)
FROM type WHERE typtype = 'd'
UNION ALL
SELECT format('range %s %s', rngtypid::regtype, rngsubtype::regtype) FROM pg_range g JOIN type t ON t.oid = rngtypid
UNION ALL
SELECT pg_get_statisticsobjdef(oid) FROM pg_statistic_ext
UNION ALL
SELECT format('operator %s %s', o.oid::regoperator, oprcode) FROM pg_operator o JOIN space s ON s.oid = oprnamespace
WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid)
UNION ALL
SELECT format('collation %s %s %s', c.oid::regcollation, collprovider, colllocale) FROM pg_collation c JOIN space s ON s.oid = collnamespace
UNION ALL
SELECT format('event trigger %s %s %s', evtname, evtevent, evtfoid::regproc) FROM pg_event_trigger
UNION ALL
SELECT format('publication %s all %s publishes %s %s %s %s root %s generated %s', pubname, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot, to_jsonb(p) ->> 'pubgencols')
FROM pg_publication p
UNION ALL
SELECT format('publication %s of %s columns %s where %s', pubname, prrelid::regclass,
    (SELECT array_agg(attname ORDER BY attname) FROM pg_attribute WHERE attrelid = prrelid AND attnum = ANY (prattrs)), pg_get_expr(prqual, prrelid))
FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid
UNION ALL
SELECT format('publication %s of %s', pubname, pnnspid::regnamespace) FROM pg_publication_namespace JOIN pg_publication p ON p.oid = pnpubid
UNION ALL
SELECT format('foreign data wrapper %s handler %s validator %s options %s', fdwname, fdwhandler::regproc, fdwvalidator::regproc, (SELECT array_agg(o ORDER BY o) FROM unnest(fdwoptions) o))
FROM pg_foreign_data_wrapper w WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid)
UNION ALL
SELECT format('foreign server %s type %s version %s wrapper %s options %s', srvname, srvtype, srvversion, fdwname, (SELECT array_agg(o ORDER BY o) FROM unnest(srvoptions) o))
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw
UNION ALL
SELECT format('foreign table %s server %s options %s', ftrelid::regclass, srvname, (SELECT array_agg(o ORDER BY o) FROM unnest(ftoptions) o))
FROM pg_foreign_table JOIN pg_foreign_server s ON s.oid = ftserver
UNION ALL
SELECT format('foreign column %s.%I options %s', attrelid::regclass, attname, (SELECT array_agg(o ORDER BY o) FROM unnest(attfdwoptions) o)) FROM pg_attribute WHERE attfdwoptions IS NOT NULL
UNION ALL
SELECT format('text search dictionary %s template %s options %s', d.oid::regdictionary, tmplname, dictinitoption)
FROM pg_ts_dict d JOIN space s ON s.oid = dictnamespace JOIN pg_ts_template t ON t.oid = dicttemplate
WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid)
UNION ALL
SELECT format('text search parser %s.%s %s %s %s %s %s', n.nspname, prsname, prsstart, prstoken, prsend, prsheadline, prslextype)
FROM pg_ts_parser p JOIN space s ON s.oid = prsnamespace JOIN pg_namespace n ON n.oid = s.oid
UNION ALL
SELECT format('text search template %s.%s %s %s', n.nspname, tmplname, tmplinit, tmpllexize)
FROM pg_ts_template t JOIN space s ON s.oid = tmplnamespace JOIN pg_namespace n ON n.oid = s.oid
UNION ALL
SELECT format('text search configuration %s parser %s token %s: %s', c.oid::regconfig, prsname, maptokentype, string_agg(mapdict::regdictionary::text, ', ' ORDER BY mapseqno))
FROM pg_ts_config c JOIN space s ON s.oid = cfgnamespace JOIN pg_ts_parser p ON p.oid = cfgparser LEFT JOIN pg_ts_config_map m ON mapcfg = c.oid
WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid) GROUP BY c.oid, prsname, maptokentype
UNION ALL
SELECT format('%s default %s type %s storage %s family %s', pg_describe_object('pg_opclass'::regclass, c.oid, 0), opcdefault, opcintype::regtype, opckeytype::regtype,
    pg_describe_object('pg_opfamily'::regclass, opcfamily, 0))
FROM pg_opclass c JOIN space s ON s.oid = opcnamespace WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = c.oid)
UNION ALL
SELECT pg_describe_object('pg_opfamily'::regclass, f.oid, 0)
FROM pg_opfamily f JOIN space s ON s.oid = opfnamespace WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid)
UNION ALL
SELECT format('%s sorted by %s', pg_describe_object(d.classid, d.objid, 0),
    (SELECT f.opfname FROM pg_amop a JOIN pg_opfamily f ON f.oid = a.amopsortfamily WHERE a.oid = d.objid AND d.classid = 'pg_amop'::regclass))
FROM pg_depend d WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) AND d.objid >= 16384
  AND NOT EXISTS (SELECT FROM extended e WHERE e.classid = d.refclassid AND e.objid = d.refobjid)
UNION ALL
SELECT format('grant on %s: %s to %s%s', r.oid::regclass, privilege_type, CASE grantee WHEN 0 THEN 'public' ELSE grantee::regrole::text END,
    CASE WHEN is_grantable THEN ' with grant option' END) FROM relation r, aclexplode(relacl) WHERE grantee <> relowner
UNION ALL
SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description) FROM pg_description
WHERE objoid >= 16384 AND classoid <> 'pg_extension'::regclass AND NOT EXISTS (SELECT FROM extended e WHERE e.classid = classoid AND e.objid = objoid)
