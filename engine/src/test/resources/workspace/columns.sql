# Columns: added, renamed, typed anew, dropped, described.

create table t as select 1 as id, 'a' as word
----
1 rows

alter table t add column price decimal(8, 2)
----
0 rows

alter table t add column at time
----
0 rows

alter table t add column if not exists price integer
----
0 rows

alter table t add column price integer
----
! line 1, column 13: the table has a column 'price' already
!     alter table t add column price integer
!                 ^

alter table t add column colour varchar default 'red'
----
0 rows

update t set at = '12:00', price = 1
----
1 rows

from t
----
id | word | price | at | colour
1 | a | 1.00 | 12:00 | red

alter table t rename column at to noon
----
0 rows

alter table t alter column id type varchar
----
0 rows

alter table t alter column word set data type integer using length(word)
----
0 rows

alter table t drop column colour; alter table t drop column if exists colour
----
0 rows

describe t
----
column_name | column_type | null | key | default | extra
id | VARCHAR | YES | null | null | null
word | INTEGER | YES | null | null | null
price | DECIMAL(8,2) | YES | null | null | null
noon | TIME | YES | null | null | null

from t
----
id | word | price | noon
1 | 1 | 1.00 | 12:00

alter table t drop column colour
----
! line 1, column 13: the table has no column 'colour'
!     alter table t drop column colour
!                 ^

alter table t add primary key (id)
----
! line 1, column 19: tables of the lake have no constraints
!     alter table t add primary key (id)
!                       ^^^^^^^^^^^^^^^^

alter table if exists nobody drop column x
----
0 rows

comment on table t is 'all there is'; comment on column t.word is 'its length'
----
0 rows

select column_name from (describe t)
----
column_name
id
word
price
noon
