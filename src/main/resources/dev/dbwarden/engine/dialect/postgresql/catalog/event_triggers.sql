SELECT '', '', '', x.statement
FROM pg_event_trigger t JOIN pg_proc p ON p.oid = t.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace
    CROSS JOIN LATERAL (VALUES
        (1, format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %I.%I()', t.evtname, t.evtevent,
            coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ') FROM unnest(t.evttags) tag) || ')', ''), n.nspname, p.proname)),
        (2, CASE t.evtenabled WHEN 'D' THEN format('ALTER EVENT TRIGGER %I DISABLE', t.evtname) WHEN 'R' THEN format('ALTER EVENT TRIGGER %I ENABLE REPLICA', t.evtname)
            WHEN 'A' THEN format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', t.evtname) END)) x (place, statement)
WHERE x.statement IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY t.evtname, x.place
