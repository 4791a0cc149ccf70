# Views: kept by the lake, renewed with what they read.

create table orders as select 1 as id, 10 as amount
----
1 rows

create view paid as (select id, amount * 2 as twice from "jaffle"."main"."orders" where amount > 0)
----
0 rows

create view top (number) as with o as (select * from paid) select id from o
----
0 rows

from top
----
number
1

insert into orders values (2, 20)
----
1 rows

from top order by all
----
number
1
2

from paid order by all
----
id | twice
1 | 20
2 | 40

create view paid as select 1
----
! line 1, column 13: there is a table or a view 'main.paid' already
!     create view paid as select 1
!                 ^^^^
!     fix: drop it first, or write CREATE OR REPLACE

create or replace view paid as select id, 'x' as word from orders
----
0 rows

from paid order by all
----
id | word
1 | x
2 | x

insert into paid values (1)
----
! line 1, column 13: 'main.paid' is a view: its rows are those of the tables it reads
!     insert into paid values (1)
!                 ^^^^

# What a view reads is gone, and comes back.

alter table orders rename to gone
----
0 rows

from top
----
! main.paid: the view can no longer be read
!     why: table with name orders does not exist
!     fix: make the view anew, or what it reads

create table orders as select 7 as id
----
1 rows

from top
----
number
7

# A view and a table take each other's name.

create or replace table paid as select 8 as id, 'table' as word
----
1 rows

from top
----
number
8

create or replace view paid as select 9 as id
----
! line 1, column 24: 'main.paid' is a table
!     create or replace view paid as select 9 as id
!                            ^^^^
!     fix: drop the table first

drop table paid; create view paid as select 9 as id
----
0 rows

from top
----
number
9

create temp table scratch as select 1 as id
----
1 rows

create view v as select * from scratch
----
! line 1, column 15: a view of the lake cannot read 'scratch'
!     select * from scratch
!                   ^^^^^^^
!     why: it is no table or view of the lake, and will be gone when the session ends
!     fix: make a table of it first

create temp view mine as select id from orders
----
0 rows

create or replace table orders as select 70 as id
----
1 rows

from mine
----
id
70

select table_name, table_type from information_schema.tables where table_catalog = 'jaffle' order by all
----
table_name | table_type
gone | BASE TABLE
orders | BASE TABLE
paid | VIEW
top | VIEW

select column_name, data_type from information_schema.columns where table_name = 'top'
----
column_name | data_type
number | INTEGER

drop view top
----
0 rows

from top
----
! line 1, column 6: table with name top does not exist
!     from top
!          ^^^
