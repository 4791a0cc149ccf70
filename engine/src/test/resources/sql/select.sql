# What people ask, in all the forms in which DuckDB lets them.

SELECT 1 AS one, 'a' AS letter;
----
one | letter
1 | a

SELECT status, count(*) AS orders, sum(amount) AS total FROM shop.orders GROUP BY ALL ORDER BY ALL
----
status | orders | total
open | 6 | 94.50
paid | 3 | 31.50
shipped | 3 | 63.00

FROM shop.customers ORDER BY id
----
id | name | country
1 | Ada | GB
2 | Bo | SE
3 | Çelik | null

TABLE shop.empty
----
id

VALUES (1, 'x'), (2, NULL)
----
col0 | col1
1 | x
2 | null

SELECT c.name, o.id
FROM shop.orders o JOIN shop.customers c ON c.id = o.customer_id
WHERE o.day = DATE '2024-02-02'
----
name | id
Bo | 201

SELECT name, (SELECT max(day) FROM shop.orders o WHERE o.customer_id = c.id) AS latest
FROM shop.customers c ORDER BY id
----
name | latest
Ada | 2024-03-04
Bo | 2024-03-02
Çelik | 2024-03-03

WITH paid AS (FROM shop.orders WHERE status = 'paid'), big AS (FROM paid WHERE amount > 5)
SELECT count(*) AS n, (SELECT count(*) FROM paid) AS of_which FROM big
----
n | of_which
3 | 3

WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4)
SELECT i, o.id FROM n LEFT JOIN shop.orders o ON o.id = 99 + i ORDER BY i
----
i | id
1 | 100
2 | 101
3 | 102
4 | 103

SELECT id FROM shop.orders WHERE id < 102 UNION ALL SELECT id FROM shop.customers EXCEPT SELECT 1 ORDER BY id
----
id
2
3
100
101

SELECT id, amount FROM shop.orders QUALIFY row_number() OVER (PARTITION BY status ORDER BY id) = 1 ORDER BY id
----
id | amount
100 | 0.00
101 | 10.50
102 | 21.00

SELECT c.name, big.id FROM shop.customers c, LATERAL (
    SELECT id FROM shop.orders o WHERE o.customer_id = c.id ORDER BY amount DESC, id LIMIT 1) big
ORDER BY c.id
----
name | id
Ada | 103
Bo | 101
Çelik | 102

PIVOT shop.orders ON status IN ('open', 'paid') USING count(*) GROUP BY customer_id ORDER BY customer_id
----
customer_id | open | paid
1 | 6 | 0
2 | 0 | 3
3 | 0 | 0

FROM (UNPIVOT (SELECT id, status, day::VARCHAR AS day FROM shop.orders WHERE id = 100) ON status, day)
----
id | name | value
100 | status | open
100 | day | 2024-01-01

SELECT o.id, unnest(['a', 'b']) AS letter FROM shop.orders o WHERE id = 100
----
id | letter
100 | a
100 | b

SELECT * EXCLUDE (day, amount) REPLACE (upper(status) AS status) FROM shop.orders WHERE id = 101
----
id | customer_id | status
101 | 2 | PAID

SELECT i, o.status FROM generate_series(100, 102) t(i) JOIN shop.orders o ON o.id = i ORDER BY i
----
i | status
100 | open
101 | paid
102 | shipped

SELECT shop.orders.id, orders.status FROM shop.orders WHERE shop.orders.id = 303
----
id | status
303 | open

SELECT a.id, b.id, a.id + b.id AS id FROM shop.customers a, shop.customers b WHERE a.id = 1 AND b.id = 2
----
id | id_1 | id_2
1 | 2 | 3

FROM types.everything ORDER BY small NULLS LAST
----
flag | small | big | single | real | exact | text | bytes | day | wall | moment | tags | place | sizes
true | 1 | 2 | 0.5 | 0.1 | 1.0000000001 | ß€😀 | 00ff | 1969-12-31 | 2024-02-29T12:34:56.789012 | 2024-02-29T10:34:56Z | [a, null] | {lat=52.5, lon=13.4} | {s=36}
null | null | null | null | null | null | null | null | null | null | null | null | null | null

SELECT sum(big) AS huge, count(*)::UTINYINT AS tiny, INTERVAL 3 DAYS AS span, TIME '12:00' AS noon FROM types.everything
----
huge | tiny | span | noon
2 | 2 | 3 days | 12:00

DESCRIBE shop.orders
----
column_name | column_type | null | key | default | extra
id | BIGINT | YES | null | null | null
customer_id | INTEGER | YES | null | null | null
day | DATE | YES | null | null | null
status | VARCHAR | YES | null | null | null
amount | DECIMAL(12,2) | YES | null | null | null

DESCRIBE SELECT id, amount * 2 AS twice FROM shop.orders
----
column_name | column_type | null | key | default | extra
id | BIGINT | YES | null | null | null
twice | DECIMAL(18,2) | YES | null | null | null

SELECT column_name, min, max, count FROM (SUMMARIZE shop.orders)
----
column_name | min | max | count
id | 100 | 303 | 12
customer_id | 1 | 3 | 12
day | 2024-01-01 | 2024-03-04 | 12
status | open | shipped | 12
amount | 0.00 | 31.50 | 12

SHOW TABLES
----
schema | name
crm | Visits per Day
shop | customers
shop | empty
shop | orders
shop | products
types | everything

SHOW TABLES FROM crm
----
schema | name
crm | Visits per Day

SELECT table_name, column_name, ordinal_position, is_nullable, data_type, column_comment
FROM information_schema.columns WHERE table_name IN ('customers', 'products') ORDER BY ALL
----
table_name | column_name | ordinal_position | is_nullable | data_type | column_comment
customers | country | 3 | YES | VARCHAR | null
customers | id | 1 | NO | INTEGER | null
customers | name | 2 | YES | VARCHAR | as on the invoice
products | id | 1 | NO | BIGINT | null
products | price | 3 | YES | DECIMAL(6, 2) | null
products | title | 2 | YES | VARCHAR | null

SELECT t.table_schema, count(*) AS n FROM information_schema.tables t
JOIN information_schema.schemata s ON s.schema_name = t.table_schema GROUP BY ALL ORDER BY ALL
----
table_schema | n
crm | 1
shop | 4
types | 1

SELECT current_setting AS x FROM (SELECT 1 AS current_setting)
----
x
1

SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'shop' AND (table_name = 'empty' OR column_name = 'title') ORDER BY ALL
----
table_name | column_name
empty | id
products | title

SELECT (SELECT count(*) FROM information_schema.columns WHERE table_name = 'orders') AS orders,
       (SELECT count(*) FROM information_schema.columns WHERE table_name = 'empty') AS empty
----
orders | empty
5 | 1

# Syntax that the parser makes calls of functions of.

SELECT ['b', 'a'][1] AS a, 'abc'[2:] AS b, {x: 1}.x AS c, map {'k': 2}['k'] AS d, -1 AS e, 5! AS f, 2 ** 3 AS g, 'a' LIKE 'a%' ESCAPE '$' AS h, 'a' NOT ILIKE 'B' AS i, 'a' SIMILAR TO '[a-z]' AS j
----
a | b | c | d | e | f | g | h | i | j
b | bc | 1 | 2 | -1 | 120 | 8.0 | true | true | true

SELECT extract(year FROM date '2024-02-29') AS a, position('b' IN 'abc') AS b, substring('abc' FROM 2 FOR 1) AS c, trim(both 'x' FROM 'xax') AS d, overlay('abc' PLACING 'x' FROM 2) AS e, interval 3 days AS f, timestamp '2024-01-01' AT TIME ZONE 'UTC' AS g
----
a | b | c | d | e | f | g
2024 | 2 | b | a | axc | 3 days | 2024-01-01T00:00:00Z

SELECT coalesce(NULL, 1) AS a, nullif(1, 1) AS b, ifnull(NULL, 2) AS c, if(true, 1, 2) AS d, CASE WHEN true THEN 1 END AS e, try(1 / 0) AS f, try_cast('x' AS INT) AS g, 1 BETWEEN 0 AND 2 AS h, 1 IS DISTINCT FROM 2 AS i, NOT true AS j, 'a' COLLATE nocase AS k
----
a | b | c | d | e | f | g | h | i | j | k
1 | null | 2 | 1 | 1 | Infinity | null | true | true | false | a

SELECT status, grouping(status) AS total, count(*) AS n FROM shop.orders GROUP BY ROLLUP (status) ORDER BY ALL
----
status | total | n
open | 0 | 6
paid | 0 | 3
shipped | 0 | 3
null | 1 | 12

SELECT [x * 2 FOR x IN [1, 2, 3] IF x > 1] AS a, list_reduce([1, 2], lambda x, y: x + y) AS b, row(1, 2) AS c, (1, 2) AS d, {'a': 1}->'$.a' AS e, '{"a": 1}'::json->>'a' AS f, array_value(1, 2) AS g, 'a' || 'b' AS h, 1 << 2 | 1 AS i, ~1 AS j, 'a' ^@ 'a' AS k
----
a | b | c | d | e | f | g | h | i | j | k
[4, 6] | 3 | {f1=1, f2=2} | {f1=1, f2=2} | 1 | 1 | [1, 2] | ab | 5 | -2 | true

SELECT count(*) AS a, count(DISTINCT status) AS b, sum(amount) FILTER (WHERE id > 200) AS c, percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS d, mode() WITHIN GROUP (ORDER BY status) AS e, string_agg(status, ',' ORDER BY id) AS f, any_value(status ORDER BY id) AS g FROM shop.orders
----
a | b | c | d | e | f | g
12 | 3 | 126.00 | 15.75 | open | open,paid,shipped,open,open,paid,shipped,open,open,paid,shipped,open | open

SELECT unnest([1, 2]) AS a, current_date = today() AS b, current_timestamp = now() AS c, localtimestamp IS NULL AS d, current_user AS e, user AS f
----
a | b | c | d | e | f
1 | true | true | false | duckdb | duckdb
2 | true | true | false | duckdb | duckdb

SELECT * FROM (SELECT id, lag(id) OVER w AS l, row_number() OVER w AS r, first_value(id) OVER w AS f, ntile(2) OVER w AS n FROM shop.orders WINDOW w AS (ORDER BY id)) LIMIT 2
----
id | l | r | f | n
100 | null | 1 | 100 | 1
101 | 100 | 2 | 100 | 1
