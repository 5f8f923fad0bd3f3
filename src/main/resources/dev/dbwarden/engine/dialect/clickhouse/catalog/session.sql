-- Where names without a database are looked for, and the server's version.
SELECT currentDatabase() AS home, version() AS version
