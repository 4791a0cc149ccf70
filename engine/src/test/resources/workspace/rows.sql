# Rows that come, change and go.

create table t as select i::integer as id, 'row ' || i as word, i * 1.5 as n from range(6) r(i)
----
6 rows

create temp table new as select 2 as id, 'new two' as word union all select 9, 'new nine'
----
2 rows

insert into t (word, id) select word, id from new where id = 9
----
1 rows

insert into t by name (select 10 as id)
----
1 rows

insert into t select 1
----
! line 1, column 13: the table takes 3 columns here, and 1 are given
!     insert into t select 1
!                 ^

insert into t (nothing) values (1)
----
! line 1, column 16: the table has no column 'nothing'
!     insert into t (nothing) values (1)
!                    ^^^^^^^

from t order by id
----
id | word | n
0 | row 0 | 0.0
1 | row 1 | 1.5
2 | row 2 | 3.0
3 | row 3 | 4.5
4 | row 4 | 6.0
5 | row 5 | 7.5
9 | new nine | null
10 | null | null

delete from "jaffle"."main"."t" where "jaffle"."main"."t".id in (select id from new where id > 5)
----
1 rows

delete from t as goal using new where new.id = goal.id
----
1 rows

delete from t where nonsense = 1
----
! line 1, column 21: there is no column 'nonsense'
!     delete from t where nonsense = 1
!                         ^^^^^^^^

delete from t where id > 1000
----
0 rows

update t set word = upper(word), n = n + 1 where id < 2
----
2 rows

# A WITH clause may stand before what changes rows.
; with doubled as (select 4 as id, 'from with' as word) update t as goal set word = d.word from doubled d where d.id = goal.id
----
1 rows

from t order by id
----
id | word | n
0 | ROW 0 | 1.0
1 | ROW 1 | 2.5
3 | row 3 | 4.5
4 | from with | 6.0
5 | row 5 | 7.5
10 | null | null

update t set id = null where id = 10
----
1 rows

merge into t as old using new on (new.id = old.id)
    when matched then update set word = new.word
    when not matched then insert (id, word) values (new.id, new.word)
----
2 rows

merge into t as DBT_INTERNAL_DEST using (select 2 as id, 'by name' as word) as DBT_INTERNAL_SOURCE
    on DBT_INTERNAL_SOURCE.id = DBT_INTERNAL_DEST.id
    when matched and DBT_INTERNAL_DEST.word is not null then update by name
    when not matched then insert by name
----
1 rows

from t order by id nulls last
----
id | word | n
0 | ROW 0 | 1.0
1 | ROW 1 | 2.5
2 | by name | null
3 | row 3 | 4.5
4 | from with | 6.0
5 | row 5 | 7.5
9 | new nine | null
null | null | null

merge into t using (values (3, 'x'), (3, 'y')) s(id, word) on s.id = t.id when matched then delete
----
! line 1, column 20: several rows of the source go with one row of the table
!     merge into t using (values (3, 'x'), (3, 'y')) s(id, word) on s.id = t.id when matched then delete
!                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: make the source unique in what it is joined by

merge into t using new using (id)
    when matched and t.id = 9 then delete
    when not matched by source and t.id is null then delete
    when not matched by source and t.word = case when true then 'ROW 0' end then update set word = 'alone'
----
3 rows

from t order by id
----
id | word | n
0 | alone | 1.0
1 | ROW 1 | 2.5
2 | by name | null
3 | row 3 | 4.5
4 | from with | 6.0
5 | row 5 | 7.5

merge into t using new on t.id = new.id when matched then error 'there is one'
----
! there is one

insert into t values (11, 'x', 1) on conflict do nothing
----
! line 1, column 15: ON CONFLICT is not offered for tables of the lake
!     insert into t values (11, 'x', 1) on conflict do nothing
!                   ^^^^^^

insert into t values (11, 'x', 1) returning id
----
! line 1, column 35: RETURNING is not offered for tables of the lake
!     insert into t values (11, 'x', 1) returning id
!                                       ^^^^^^^^^

delete from t
----
6 rows

from t
----
id | word | n
