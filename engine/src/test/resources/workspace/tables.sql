# Tables: made, replaced with other columns, dropped; under all their names.

create schema if not exists "jaffle"."main"
----
0 rows

create table "jaffle"."main"."orders" as (
    select 1 as id, 'open' as status, 10.5 as amount
    union all select 2, 'paid', 20
)
----
2 rows

from orders order by id
----
id | status | amount
1 | open | 10.5
2 | paid | 20.0

select o.id, p.status from "jaffle"."main"."orders" o join Jaffle.MAIN.Orders p using (id) order by all
----
id | status
1 | open
2 | paid

create table orders as select 1 as id
----
! line 1, column 14: there is a table or a view 'main.orders' already
!     create table orders as select 1 as id
!                  ^^^^^^
!     fix: drop it first, or write CREATE OR REPLACE

create table if not exists orders as select 1 as id
----
0 rows

# Another type, another order, a column less.

create or replace table orders as select 'one' as id, true as late, 10.5 as amount
----
1 rows

describe orders
----
column_name | column_type | null | key | default | extra
id | VARCHAR | YES | null | null | null
late | BOOLEAN | YES | null | null | null
amount | DECIMAL(3,1) | YES | null | null | null

from orders
----
id | late | amount
one | true | 10.5

create or replace table orders as select id || id as id, late from orders union all select 'two', false
----
2 rows

from orders order by id
----
id | late
oneone | true
two | false

# Names.

create table "Mixed Case €" as select 1 as "select", 2 as "Ünï cödé", 3 as a, 4 as A, 5 as a
----
1 rows

from "mixed case €"
----
select | Ünï cödé | a | A_1 | a_2
1 | 2 | 3 | 4 | 5

create table nothing as select 1 as id where false
----
0 rows

from nothing
----
id

describe nothing
----
column_name | column_type | null | key | default | extra
id | INTEGER | YES | null | null | null

create table two_names (a, b) as select 1, 2
----
1 rows

from two_names
----
a | b
1 | 2

# Columns instead of a query.

create table typed (id integer not null, name varchar(20), price decimal(10, 2), since timestamp, "when" time)
----
0 rows

describe typed
----
column_name | column_type | null | key | default | extra
id | INTEGER | YES | null | null | null
name | VARCHAR | YES | null | null | null
price | DECIMAL(10,2) | YES | null | null | null
since | TIMESTAMP | YES | null | null | null
when | TIME | YES | null | null | null

insert into typed values (1, 'tea', 2.5, '2024-02-29 12:00:00', '08:30')
----
1 rows

from typed
----
id | name | price | since | when
1 | tea | 2.50 | 2024-02-29T12:00 | 08:30

create table defaults (id integer default 7)
----
! line 1, column 23: tables of the lake have no defaults, and column 'id' is given one
!     create table defaults (id integer default 7)
!                           ^^^^^^^^^^^^^^^^^^^^^^

alter table typed rename to things
----
0 rows

from typed
----
! line 1, column 6: table with name typed does not exist
!     from typed
!          ^^^^^

from things
----
id | name | price | since | when
1 | tea | 2.50 | 2024-02-29T12:00 | 08:30

create schema other
----
0 rows

create table other.things as select 'other' as id
----
1 rows

select t.id, o.id from things t, other.things o
----
id | id_1
1 | other

drop schema other
----
! line 1, column 13: the schema 'other' has tables or views
!     drop schema other
!                 ^^^^^
!     fix: drop them first, or write CASCADE

drop schema other cascade; drop schema if exists other cascade
----
0 rows

from other.things
----
! line 1, column 6: table with name 'other.things' does not exist because schema 'other' does not exist
!     from other.things
!          ^^^^^^^^^^^^

truncate table things; from things
----
0 rows

drop view things
----
! line 1, column 11: 'main.things' is a table
!     drop view things
!               ^^^^^^
!     fix: write DROP TABLE

drop table things
----
0 rows

drop table things
----
! line 1, column 12: there is no table or view 'things'
!     drop table things
!                ^^^^^^
!     fix: did you mean 'main.nothing'?

drop table if exists things
----
0 rows

select table_name, table_type from information_schema.tables where table_schema = 'main' order by all
----
table_name | table_type
Mixed Case € | BASE TABLE
nothing | BASE TABLE
orders | BASE TABLE
two_names | BASE TABLE
