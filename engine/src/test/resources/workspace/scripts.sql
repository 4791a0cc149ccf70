# Scripts, transactions, macros, functions of other databases.

begin; create table a as select 1 as id; insert into a values (2); commit;
----
0 rows

from a order by id
----
id
1
2

-- a comment
create macro twice(x) as x * 2; -- another; with a semicolon
select twice(id) as n, ';' as semicolon from a order by all;
----
0 rows

create temp table mine as select 5 as id; update mine set id = 6; insert into mine values (7)
----
1 rows

from mine order by id
----
id
6
7

drop table mine
----
0 rows

from mine
----
! line 1, column 6: table with name mine does not exist
!     from mine
!          ^^^^

analyze; vacuum; checkpoint
----
0 rows

create index i on a (id); create unique index i2 on a (id); drop index i
----
0 rows

install json; load parquet
----
0 rows

select dateadd(day, 1, date '2024-01-31') as d, datediff('month', date '2024-01-31', date '2024-03-01') as m,
    timestampadd(hour, 2, timestamp '2024-01-01 00:00:00') as t, iff(1 > 2, 'a', 'b') as i, nvl(null, 3) as n,
    zeroifnull(null) as z, to_varchar(12) as v, initcap('ada lovelace') as c, div0(1, 0) as q, charindex('b', 'abc') as x
----
d | m | t | i | n | z | v | c | q | x
2024-02-01T00:00 | 2 | 2024-01-01T02:00 | b | 3 | 0 | 12 | Ada Lovelace | 0.0 | 2

select convert_timezone('UTC', 'Europe/Berlin', timestamp '2024-07-01 12:00:00') as berlin, sha2('x') as sha,
    split_part('a,b', ',', 2) as s, regexp_substr('abc123', '[0-9]+') as r, from_unixtime(0) as u
----
berlin | sha | s | r | u
2024-07-01T14:00 | 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 | b | 123 | 1970-01-01T00:00:00Z

create table b as select * from a where dateadd('day', id, date '2024-01-01') > date '2024-01-02'
----
1 rows

from b
----
id
2

from read_text('/etc/hostname')
----
! line 1, column 6: the file '/etc/hostname' lies outside of the project
!     from read_text('/etc/hostname')
!          ^^^^^^^^^^^^^^^^^^^^^^^^^^
!     why: it is neither in the project's folder nor in one of its packages'
!     fix: move it there, or name its folder in basin.yml: 'files: [...]'

select * from 'https://example.com/x.csv'
----
! statements of a project do not read the network: 'https://example.com/x.csv'
!     fix: bring the file into the project's folder, or let a source load it into the lake

attach '/tmp/elsewhere.duckdb' as elsewhere
----
! the file '/tmp/elsewhere.duckdb' lies outside of the project
!     why: it is neither in the project's folder nor in one of its packages'
!     fix: move it there, or name its folder in basin.yml: 'files: [...]'

nonsense
----
! line 1, column 1: syntax error at or near 'nonsense'
!     nonsense
!     ^^^^^^^^

select
  1 as one,
  missing_function(id)
from a
----
! line 3, column 3: there is no function 'missing_function'
!       missing_function(id)
!       ^^^^^^^^^^^^^^^^^^^^

insert into a
select 1;
create table c as
select id, nope
from a
----
! line 4, column 12: there is no column 'nope'
!     select id, nope
!                ^^^^

create table from
----
! line 1, column 18: the statement ends too early
!     create table from
!                      ^

create sequence s; select nextval('s') as n
----
0 rows

# A project's own function comes before that of the same name of another database; names follow USE.

create macro nvl(a, b) as 'own'
----
0 rows

select nvl(1, 2) as own
----
own
own

create schema elsewhere; use elsewhere; create table t as select 1 as id
----
1 rows

select id, nullifzero(0) as n from jaffle.elsewhere.t
----
id | n
1 | null
