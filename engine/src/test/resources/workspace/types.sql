# Types of DuckDB that tables of the lake do not have come back as what they were.

create table types as select
    1::utinyint as tiny, 2::ubigint as big, 3::hugeint as huge, 4::uhugeint as uhuge,
    time '12:34:56.789' as "time", timetz '12:00:00+02' as timetz, interval '1 day 2 hours' as span,
    '9fbd2b18-6b58-4b02-9d9a-9b3c3f6a1c11'::uuid as id, '101'::bit as bits, 'b'::enum ('a', 'b') as letter,
    timestamp_s '2024-02-29 12:00:00' as seconds, timestamp_ns '2024-02-29 12:00:00.123456' as nanos,
    timestamptz '2024-02-29 12:00:00+01' as moment, '\x00\xff'::blob as bytes, null as nothing,
    [1, 2]::integer[2] as pair, {'u': 1::utinyint, 't': time '01:00'} as nested, map {'k': [uuid '9fbd2b18-6b58-4b02-9d9a-9b3c3f6a1c11']} as maps,
    1.5::decimal(38, 20) as exact, '{"a": 1}'::json as json, 12345678901234567890123456789012345678901234567890::bignum as huger
----
1 rows

select column_name, column_type from (describe types)
----
column_name | column_type
tiny | UTINYINT
big | UBIGINT
huge | HUGEINT
uhuge | UHUGEINT
time | TIME
timetz | TIME WITH TIME ZONE
span | INTERVAL
id | UUID
bits | BIT
letter | ENUM('a', 'b')
seconds | TIMESTAMP_S
nanos | TIMESTAMP_NS
moment | TIMESTAMP WITH TIME ZONE
bytes | BLOB
nothing | INTEGER
pair | INTEGER[2]
nested | STRUCT(u UTINYINT, t TIME)
maps | MAP(VARCHAR, UUID[])
exact | DECIMAL(38,20)
json | VARCHAR
huger | BIGNUM

select tiny, big, huge, uhuge, "time", timetz, span, id, bits, letter from types
----
tiny | big | huge | uhuge | time | timetz | span | id | bits | letter
1 | 2 | 3 | 4 | 12:34:56.789 | 12:00:00+02 | 1 day 02:00:00 | 9fbd2b18-6b58-4b02-9d9a-9b3c3f6a1c11 | 101 | b

select seconds, nanos, moment, bytes, nothing, pair, nested, maps, exact, json, huger from types
----
seconds | nanos | moment | bytes | nothing | pair | nested | maps | exact | json | huger
2024-02-29T12:00 | 2024-02-29T12:00:00.123456 | 2024-02-29T11:00:00Z | 00ff | null | [1, 2] | {u=1, t=01:00} | {k=[9fbd2b18-6b58-4b02-9d9a-9b3c3f6a1c11]} | 1.50000000000000000000 | {"a": 1} | 12345678901234567890123456789012345678901234567890

select hour("time") as h, span + date '2024-01-01' as day, json->>'a' as a from types
----
h | day | a
12 | 2024-01-02T02:00 | 1

create table sums as select sum(i) as total, avg(i) as mean, count(*) as n, list(i order by i) as all_of_them from range(4) t(i)
----
1 rows

describe sums
----
column_name | column_type | null | key | default | extra
total | HUGEINT | YES | null | null | null
mean | DOUBLE | YES | null | null | null
n | BIGINT | YES | null | null | null
all_of_them | BIGINT[] | YES | null | null | null

create view hours as select hour("time") as h from types
----
0 rows

from hours
----
h
12
