# What no query may do, by whatever name.

SELECT * FROM read_csv('/etc/passwd')
----
! line 1, column 15: the table function 'read_csv' is not offered to queries
!     SELECT * FROM read_csv('/etc/passwd')
!                   ^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM read_text('/etc/passwd')
----
! line 1, column 15: the table function 'read_text' is not offered to queries
!     SELECT * FROM read_text('/etc/passwd')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM read_blob('/etc/passwd')
----
! line 1, column 15: the table function 'read_blob' is not offered to queries
!     SELECT * FROM read_blob('/etc/passwd')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM read_parquet('/tmp/*.parquet')
----
! line 1, column 15: the table function 'read_parquet' is not offered to queries
!     SELECT * FROM read_parquet('/tmp/*.parquet')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM parquet_scan('/tmp/*.parquet')
----
! line 1, column 15: the table function 'parquet_scan' is not offered to queries
!     SELECT * FROM parquet_scan('/tmp/*.parquet')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM parquet_metadata('x.parquet')
----
! line 1, column 15: the table function 'parquet_metadata' is not offered to queries
!     SELECT * FROM parquet_metadata('x.parquet')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM read_json_auto('http://example.com/x.json')
----
! line 1, column 15: the table function 'read_json_auto' is not offered to queries
!     SELECT * FROM read_json_auto('http://example.com/x.json')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM glob('/*')
----
! line 1, column 15: the table function 'glob' is not offered to queries
!     SELECT * FROM glob('/*')
!                   ^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM sniff_csv('/etc/passwd')
----
! line 1, column 15: the table function 'sniff_csv' is not offered to queries
!     SELECT * FROM sniff_csv('/etc/passwd')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM '/etc/passwd'
----
! line 1, column 15: there is no table '/etc/passwd'
!     SELECT * FROM '/etc/passwd'
!                   ^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM "/tmp/x.csv"
----
! line 1, column 15: there is no table '/tmp/x.csv'
!     SELECT * FROM "/tmp/x.csv"
!                   ^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM 'https://example.com/x.parquet' t
----
! line 1, column 15: there is no table 'https://example.com/x.parquet'
!     SELECT * FROM 'https://example.com/x.parquet' t
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

FROM shop.'/tmp/x.parquet'
----
! line 1, column 6: there is no table 'shop.'/tmp/x.parquet''
!     FROM shop.'/tmp/x.parquet'
!          ^^^^^^^^^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM main.'/tmp/x.parquet'
----
! line 1, column 15: there is no table 'main.'/tmp/x.parquet''
!     SELECT * FROM main.'/tmp/x.parquet'
!                   ^^^^^^^^^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM query('SELECT 1')
----
! line 1, column 15: the table function 'query' is not offered to queries
!     SELECT * FROM query('SELECT 1')
!                   ^^^^^^^^^^^^^^^^^

SELECT * FROM query_table('shop.orders')
----
! line 1, column 15: the table function 'query_table' is not offered to queries
!     SELECT * FROM query_table('shop.orders')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT * FROM QUERY_TABLE(['/tmp/x.parquet'])
----
! line 1, column 15: the table function 'query_table' is not offered to queries
!     SELECT * FROM QUERY_TABLE(['/tmp/x.parquet'])
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT * FROM json_execute_serialized_sql('{}')
----
! line 1, column 15: the table function 'json_execute_serialized_sql' is not offered to queries
!     SELECT * FROM json_execute_serialized_sql('{}')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT json_serialize_plan('SELECT * FROM ''/etc/passwd''')
----
! line 1, column 8: the function 'json_serialize_plan' is not offered to queries
!     SELECT json_serialize_plan('SELECT * FROM ''/etc/passwd''')
!            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT * FROM duckdb_settings()
----
! line 1, column 15: the table function 'duckdb_settings' is not offered to queries
!     SELECT * FROM duckdb_settings()
!                   ^^^^^^^^^^^^^^^^^

SELECT * FROM duckdb_secrets()
----
! line 1, column 15: the table function 'duckdb_secrets' is not offered to queries
!     SELECT * FROM duckdb_secrets()
!                   ^^^^^^^^^^^^^^^^

SELECT * FROM duckdb_tables
----
! line 1, column 15: there is no table 'duckdb_tables'
!     SELECT * FROM duckdb_tables
!                   ^^^^^^^^^^^^^
!     fix: see what there is: SHOW TABLES

SELECT * FROM duckdb_databases()
----
! line 1, column 15: the table function 'duckdb_databases' is not offered to queries
!     SELECT * FROM duckdb_databases()
!                   ^^^^^^^^^^^^^^^^^^

SELECT * FROM pragma_table_info('shop.orders')
----
! line 1, column 15: the table function 'pragma_table_info' is not offered to queries
!     SELECT * FROM pragma_table_info('shop.orders')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT * FROM pg_catalog.pg_tables
----
! line 1, column 15: there is no table 'pg_catalog.pg_tables'
!     SELECT * FROM pg_catalog.pg_tables
!                   ^^^^^^^^^^^^^^^^^^^^
!     fix: see what there is: SHOW TABLES

SELECT * FROM system.information_schema.tables
----
! line 1, column 15: 'system' is one name too many
!     SELECT * FROM system.information_schema.tables
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     why: a table is called by its schema and its name: shop.orders

SELECT * FROM memory.main.x
----
! line 1, column 15: 'memory' is one name too many
!     SELECT * FROM memory.main.x
!                   ^^^^^^^^^^^^^
!     why: a table is called by its schema and its name: shop.orders

SELECT * FROM sqlite_master
----
! line 1, column 15: there is no table 'sqlite_master'
!     SELECT * FROM sqlite_master
!                   ^^^^^^^^^^^^^
!     fix: see what there is: SHOW TABLES

SELECT * FROM seq_scan('shop.orders')
----
! line 1, column 15: the table function 'seq_scan' is not offered to queries
!     SELECT * FROM seq_scan('shop.orders')
!                   ^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM arrow_scan(1, 2, 3)
----
! line 1, column 15: the table function 'arrow_scan' is not offered to queries
!     SELECT * FROM arrow_scan(1, 2, 3)
!                   ^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM histogram('shop.orders', 'id')
----
! line 1, column 15: the table function 'histogram' is not offered to queries
!     SELECT * FROM histogram('shop.orders', 'id')
!                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT * FROM main.range(3)
----
! line 1, column 15: the table function 'range' is not offered to queries
!     SELECT * FROM main.range(3)
!                   ^^^^^^^^^^^^^

SELECT current_setting('temp_directory')
----
! line 1, column 8: the function 'current_setting' is not offered to queries
!     SELECT current_setting('temp_directory')
!            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT CURRENT_SETTING('home_directory')
----
! line 1, column 8: the function 'current_setting' is not offered to queries
!     SELECT CURRENT_SETTING('home_directory')
!            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT system.main.current_setting('temp_directory')
----
! line 1, column 8: the function 'current_setting' is not offered to queries
!     SELECT system.main.current_setting('temp_directory')
!            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT 'temp_directory'.current_setting()
----
! line 1, column 25: the function 'current_setting' is not offered to queries
!     SELECT 'temp_directory'.current_setting()
!                             ^^^^^^^^^^^^^^^^^

SELECT getenv('HOME')
----
! line 1, column 8: there is no function 'getenv'
!     SELECT getenv('HOME')
!            ^^^^^^^^^^^^^^

SELECT nextval('s')
----
! line 1, column 8: the function 'nextval' is not offered to queries
!     SELECT nextval('s')
!            ^^^^^^^^^^^^

SELECT write_log('x')
----
! line 1, column 8: the function 'write_log' is not offered to queries
!     SELECT write_log('x')
!            ^^^^^^^^^^^^^^

SELECT sleep_ms(100000)
----
! line 1, column 8: the function 'sleep_ms' is not offered to queries
!     SELECT sleep_ms(100000)
!            ^^^^^^^^^^^^^^^^

SELECT id FROM shop.orders ORDER BY current_setting('temp_directory')
----
! line 1, column 37: the function 'current_setting' is not offered to queries
!     SELECT id FROM shop.orders ORDER BY current_setting('temp_directory')
!                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT [current_setting(x) FOR x IN ['temp_directory']]
----
! line 1, column 9: the function 'current_setting' is not offered to queries
!     SELECT [current_setting(x) FOR x IN ['temp_directory']]
!             ^^^^^^^^^^^^^^^^^^

SELECT list_transform(['temp_directory'], lambda x: current_setting(x))
----
! line 1, column 53: the function 'current_setting' is not offered to queries
!     SELECT list_transform(['temp_directory'], lambda x: current_setting(x))
!                                                         ^^^^^^^^^^^^^^^^^^

SELECT sum(1) FILTER (WHERE current_setting('threads') > '1') FROM shop.orders
----
! line 1, column 29: the function 'current_setting' is not offered to queries
!     SELECT sum(1) FILTER (WHERE current_setting('threads') > '1') FROM shop.orders
!                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^

SELECT 1 LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))
----
! line 1, column 38: the table function 'read_text' is not offered to queries
!     SELECT 1 LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))
!                                          ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT 1 WHERE EXISTS (FROM read_text('/etc/passwd'))
----
! line 1, column 29: the table function 'read_text' is not offered to queries
!     SELECT 1 WHERE EXISTS (FROM read_text('/etc/passwd'))
!                                 ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

WITH x AS (FROM read_text('/etc/passwd')) SELECT 1
----
! line 1, column 17: the table function 'read_text' is not offered to queries
!     WITH x AS (FROM read_text('/etc/passwd')) SELECT 1
!                     ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

WITH x AS (INSERT INTO shop.orders SELECT 1 RETURNING *) FROM x
----
! line 1, column 12: insert query is not offered to queries
!     WITH x AS (INSERT INTO shop.orders SELECT 1 RETURNING *) FROM x
!                ^^^^^^

WITH x AS (DELETE FROM shop.orders RETURNING *) FROM x
----
! line 1, column 12: delete query is not offered to queries
!     WITH x AS (DELETE FROM shop.orders RETURNING *) FROM x
!                ^^^^^^

VALUES ((SELECT content FROM read_text('/etc/passwd')))
----
! line 1, column 30: the table function 'read_text' is not offered to queries
!     VALUES ((SELECT content FROM read_text('/etc/passwd')))
!                                  ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

DESCRIBE read_csv('/etc/passwd')
----
! line 1, column 18: '(' is not understood here
!     DESCRIBE read_csv('/etc/passwd')
!                      ^

DESCRIBE FROM '/etc/passwd'
----
! line 1, column 15: there is no table '/etc/passwd'
!     DESCRIBE FROM '/etc/passwd'
!                   ^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SUMMARIZE '/etc/passwd'
----
! line 1, column 11: there is no table '/etc/passwd'
!     SUMMARIZE '/etc/passwd'
!               ^^^^^^^^^^^^^
!     why: a query reads no files
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SHOW '/etc/passwd'
----
! line 1, column 1: this is not offered to queries
!     SHOW '/etc/passwd'
!     ^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

EXPLAIN SELECT * FROM read_text('/etc/passwd')
----
! line 1, column 23: the table function 'read_text' is not offered to queries
!     EXPLAIN SELECT * FROM read_text('/etc/passwd')
!                           ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/x.csv'
----
! line 1, column 17: 'COPY' is not a query
!     EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/x.csv'
!                     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to write rows into a file: basin sql --output FILE

EXPLAIN (FORMAT JSON) DROP TABLE shop.orders
----
! line 1, column 23: 'DROP' is not a query
!     EXPLAIN (FORMAT JSON) DROP TABLE shop.orders
!                           ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

PIVOT read_csv('/etc/passwd') ON x IN (1) USING count(*)
----
! line 1, column 7: the table function 'read_csv' is not offered to queries
!     PIVOT read_csv('/etc/passwd') ON x IN (1) USING count(*)
!           ^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

FROM shop.orders AT (VERSION => current_setting('threads'))
----
! line 1, column 33: as of when a table is wanted must be a constant
!     FROM shop.orders AT (VERSION => current_setting('threads'))
!                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^

FROM range(3) t(i), LATERAL (FROM read_text('/etc/passwd'))
----
! line 1, column 35: the table function 'read_text' is not offered to queries
!     FROM range(3) t(i), LATERAL (FROM read_text('/etc/passwd'))
!                                       ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: put a CSV file into seeds/, and 'basin seed' makes a table of it; other files a model may read: select from them in models/, then 'basin run'

SELECT * FROM (SHOW TABLES)
----
! line 1, column 16: SHOW stands alone; inside a query, ask information_schema.tables
!     SELECT * FROM (SHOW TABLES)
!                    ^^^^

SELECT * FROM (SHOW DATABASES)
----
! line 1, column 16: SHOW stands alone; inside a query, ask information_schema.tables
!     SELECT * FROM (SHOW DATABASES)
!                    ^^^^

SHOW DATABASES
----
! line 1, column 1: this is not offered to queries
!     SHOW DATABASES
!     ^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

SHOW VARIABLES
----
! line 1, column 1: this is not offered to queries
!     SHOW VARIABLES
!     ^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

INSERT INTO shop.orders SELECT * FROM shop.orders
----
! line 1, column 1: 'INSERT' is not a query
!     INSERT INTO shop.orders SELECT * FROM shop.orders
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

UPDATE shop.orders SET id = 1
----
! line 1, column 1: 'UPDATE' is not a query
!     UPDATE shop.orders SET id = 1
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

DELETE FROM shop.orders
----
! line 1, column 1: 'DELETE' is not a query
!     DELETE FROM shop.orders
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

TRUNCATE shop.orders
----
! line 1, column 1: 'TRUNCATE' is not a query
!     TRUNCATE shop.orders
!     ^^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

MERGE INTO shop.orders USING shop.customers ON false WHEN MATCHED THEN DELETE
----
! line 1, column 1: 'MERGE' is not a query
!     MERGE INTO shop.orders USING shop.customers ON false WHEN MATCHED THEN DELETE
!     ^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

CREATE TABLE x AS SELECT 1
----
! line 1, column 1: 'CREATE' is not a query
!     CREATE TABLE x AS SELECT 1
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

CREATE OR REPLACE VIEW shop.orders AS SELECT 1
----
! line 1, column 1: 'CREATE' is not a query
!     CREATE OR REPLACE VIEW shop.orders AS SELECT 1
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

CREATE TEMP MACRO f() AS 1
----
! line 1, column 1: 'CREATE' is not a query
!     CREATE TEMP MACRO f() AS 1
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

CREATE SECRET (TYPE s3)
----
! line 1, column 1: 'CREATE' is not a query
!     CREATE SECRET (TYPE s3)
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

DROP TABLE shop.orders
----
! line 1, column 1: 'DROP' is not a query
!     DROP TABLE shop.orders
!     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

ALTER TABLE shop.orders DROP COLUMN id
----
! line 1, column 1: 'ALTER' is not a query
!     ALTER TABLE shop.orders DROP COLUMN id
!     ^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to change a table, use a source or a model

COPY shop.orders TO '/tmp/x.csv'
----
! line 1, column 1: 'COPY' is not a query
!     COPY shop.orders TO '/tmp/x.csv'
!     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to write rows into a file: basin sql --output FILE

COPY (SELECT 1) TO '/tmp/x.csv'
----
! line 1, column 1: 'COPY' is not a query
!     COPY (SELECT 1) TO '/tmp/x.csv'
!     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to write rows into a file: basin sql --output FILE

EXPORT DATABASE '/tmp/x'
----
! line 1, column 1: 'EXPORT' is not a query
!     EXPORT DATABASE '/tmp/x'
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: to write rows into a file: basin sql --output FILE

IMPORT DATABASE '/tmp/x'
----
! line 1, column 1: 'IMPORT' is not a query
!     IMPORT DATABASE '/tmp/x'
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

ATTACH '/tmp/x.db' AS x
----
! line 1, column 1: 'ATTACH' is not a query
!     ATTACH '/tmp/x.db' AS x
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

DETACH memory
----
! line 1, column 1: 'DETACH' is not a query
!     DETACH memory
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

USE memory
----
! line 1, column 1: 'USE' is not a query
!     USE memory
!     ^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

INSTALL httpfs
----
! line 1, column 1: 'INSTALL' is not a query
!     INSTALL httpfs
!     ^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

LOAD '/tmp/x.duckdb_extension'
----
! line 1, column 1: 'LOAD' is not a query
!     LOAD '/tmp/x.duckdb_extension'
!     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

SET memory_limit = '100GB'
----
! line 1, column 1: 'SET' is not a query
!     SET memory_limit = '100GB'
!     ^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: memory and threads are set in basin.yml

RESET ALL
----
! line 1, column 7: 'ALL' is not understood here
!     RESET ALL
!           ^^^

SET VARIABLE x = 1
----
! line 1, column 1: 'SET' is not a query
!     SET VARIABLE x = 1
!     ^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: memory and threads are set in basin.yml

PRAGMA version
----
! line 1, column 1: 'PRAGMA' is not a query
!     PRAGMA version
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: memory and threads are set in basin.yml

PRAGMA database_list
----
! line 1, column 1: 'PRAGMA' is not a query
!     PRAGMA database_list
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN
!     fix: memory and threads are set in basin.yml

CALL pragma_version()
----
! line 1, column 1: 'CALL' is not a query
!     CALL pragma_version()
!     ^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

CHECKPOINT
----
! line 1, column 1: 'CHECKPOINT' is not a query
!     CHECKPOINT
!     ^^^^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

VACUUM
----
! line 1, column 1: 'VACUUM' is not a query
!     VACUUM
!     ^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

ANALYZE
----
! line 1, column 1: 'ANALYZE' is not a query
!     ANALYZE
!     ^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

BEGIN
----
! line 1, column 1: 'BEGIN' is not a query
!     BEGIN
!     ^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

ROLLBACK
----
! line 1, column 1: 'ROLLBACK' is not a query
!     ROLLBACK
!     ^^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

PREPARE p AS SELECT 1
----
! line 1, column 1: 'PREPARE' is not a query
!     PREPARE p AS SELECT 1
!     ^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

EXECUTE p
----
! line 1, column 1: 'EXECUTE' is not a query
!     EXECUTE p
!     ^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

DEALLOCATE p
----
! line 1, column 1: 'DEALLOCATE' is not a query
!     DEALLOCATE p
!     ^^^^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

COMMENT ON TABLE shop.orders IS 'x'
----
! line 1, column 1: 'COMMENT' is not a query
!     COMMENT ON TABLE shop.orders IS 'x'
!     ^^^^^^^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

SELECT 1; DROP TABLE shop.orders
----
! line 1, column 11: one query at a time
!     SELECT 1; DROP TABLE shop.orders
!               ^^^^
!     why: the first is ended by a semicolon, and here another statement starts

SELECT 1;;; COPY (SELECT 1) TO '/tmp/x.csv'
----
! line 1, column 13: one query at a time
!     SELECT 1;;; COPY (SELECT 1) TO '/tmp/x.csv'
!                 ^^^^
!     why: the first is ended by a semicolon, and here another statement starts

# The first term of a recursive query does not see the query's own name.

WITH RECURSIVE orders AS (FROM orders UNION ALL FROM orders WHERE false) FROM orders
----
! line 1, column 32: there is no table 'orders'
!     WITH RECURSIVE orders AS (FROM orders UNION ALL FROM orders WHERE false) FROM orders
!                                    ^^^^^^
!     fix: did you mean 'shop.orders'?

WITH RECURSIVE "/tmp/*.parquet" AS (FROM "/tmp/*.parquet" UNION ALL FROM "/tmp/*.parquet" WHERE false) FROM "/tmp/*.parquet"
----
! line 1, column 16: no part of a query can be called '/tmp/*.parquet'
!     WITH RECURSIVE "/tmp/*.parquet" AS (FROM "/tmp/*.parquet" UNION ALL FROM "/tmp/*.parquet" WHERE fals
!                    ^^^^^^^^^^^^^^^^
!     why: DuckDB has another meaning for the name
!     fix: choose another

WITH RECURSIVE pg_settings AS (SELECT name, setting FROM pg_settings UNION ALL FROM pg_settings WHERE false) FROM pg_settings
----
! line 1, column 16: no part of a query can be called 'pg_settings'
!     WITH RECURSIVE pg_settings AS (SELECT name, setting FROM pg_settings UNION ALL FROM pg_settings WHER
!                    ^^^^^^^^^^^
!     why: DuckDB has another meaning for the name
!     fix: choose another

WITH RECURSIVE duckdb_databases AS (FROM duckdb_databases UNION ALL FROM duckdb_databases WHERE false) FROM duckdb_databases
----
! line 1, column 16: no part of a query can be called 'duckdb_databases'
!     WITH RECURSIVE duckdb_databases AS (FROM duckdb_databases UNION ALL FROM duckdb_databases WHERE fals
!                    ^^^^^^^^^^^^^^^^
!     why: DuckDB has another meaning for the name
!     fix: choose another

WITH RECURSIVE t(i, n) USING KEY (i) AS (SELECT 1, 1 UNION ALL SELECT t.i + 1, r.n FROM t, recurring.t r WHERE t.i < 3) FROM t
----
i | n
1 | 1
2 | 1
3 | 1

WITH orders AS (SELECT 1 AS id) FROM recurring.orders
----
! line 1, column 38: there is no table 'recurring.orders'
!     WITH orders AS (SELECT 1 AS id) FROM recurring.orders
!                                          ^^^^^^^^^^^^^^^^
!     fix: did you mean 'shop.orders'?

# Functions that look further than at their arguments.

SELECT pg_get_viewdef(1)
----
! line 1, column 8: the function 'pg_get_viewdef' is not offered to queries
!     SELECT pg_get_viewdef(1)
!            ^^^^^^^^^^^^^^^^^

SELECT getvariable('x')
----
! line 1, column 8: the function 'getvariable' is not offered to queries
!     SELECT getvariable('x')
!            ^^^^^^^^^^^^^^^^

SELECT current_query()
----
! line 1, column 8: the function 'current_query' is not offered to queries
!     SELECT current_query()
!            ^^^^^^^^^^^^^^^

SELECT current_connection_id()
----
! line 1, column 8: the function 'current_connection_id' is not offered to queries
!     SELECT current_connection_id()
!            ^^^^^^^^^^^^^^^^^^^^^^^

SELECT txid_current()
----
! line 1, column 8: the function 'txid_current' is not offered to queries
!     SELECT txid_current()
!            ^^^^^^^^^^^^^^

SELECT current_schemas(true)
----
! line 1, column 8: the function 'current_schemas' is not offered to queries
!     SELECT current_schemas(true)
!            ^^^^^^^^^^^^^^^^^^^^^

SELECT format_type(25, 0)
----
! line 1, column 8: the function 'format_type' is not offered to queries
!     SELECT format_type(25, 0)
!            ^^^^^^^^^^^^^^^^^^

SELECT stats(1)
----
! line 1, column 8: the function 'stats' is not offered to queries
!     SELECT stats(1)
!            ^^^^^^^^

SELECT list_transform(['x'], lambda x: getvariable(x))
----
! line 1, column 40: the function 'getvariable' is not offered to queries
!     SELECT list_transform(['x'], lambda x: getvariable(x))
!                                            ^^^^^^^^^^^^^^

SELECT finalize('\\x00'::blob)
----
! line 1, column 8: the function 'finalize' is not offered to queries
!     SELECT finalize('\\x00'::blob)
!            ^^^^^^^^^^^^^^^^^^^^^^^

SELECT icu_collate_de('x')
----
! line 1, column 8: the function 'icu_collate_de' is not offered to queries
!     SELECT icu_collate_de('x')
!            ^^^^^^^^^^^^^^^^^^^

SELECT pg_sleep(1)
----
! line 1, column 8: the function 'pg_sleep' is not offered to queries
!     SELECT pg_sleep(1)
!            ^^^^^^^^^^^

SELECT shop.getenv('HOME')
----
! line 1, column 8: there is no function 'getenv'
!     SELECT shop.getenv('HOME')
!            ^^^^^^^^^^^^^^^^^^^

SELECT a_function_of_tomorrow()
----
! line 1, column 8: there is no function 'a_function_of_tomorrow'
!     SELECT a_function_of_tomorrow()
!            ^^^^^^^^^^^^^^^^^^^^^^^^
