# shop.orders grew month by month; each state has a tag.

SELECT count(*) AS n FROM shop.orders
----
n
12

SELECT count(*) AS n FROM shop.orders AT (VERSION => 'january')
----
n
4

SELECT (SELECT count(*) FROM shop.orders AT (VERSION => 'january')) AS january,
       (SELECT count(*) FROM shop.orders o AT (VERSION => 'february') WHERE o.status = 'open') AS february,
       (SELECT count(*) FROM shop.orders) AS now
----
january | february | now
4 | 4 | 12

SELECT march.id FROM shop.orders AS march LEFT JOIN shop.orders AS february
AT (VERSION => 'february') USING (id) WHERE february.id IS NULL ORDER BY id
----
id
300
301
302
303

FROM shop.orders AT (VERSION => 'january') WHERE orders.id = 100
----
id | customer_id | day | status | amount
100 | 1 | 2024-01-01 | open | 0.00

SELECT count(*) AS n FROM shop.orders AT (TIMESTAMP => now() + INTERVAL 1 HOUR)
----
n
12

# The columns are those of that time.
FROM shop.products AT (VERSION => 'before')
----
id | name
1 | tea

DESCRIBE FROM shop.products AT (VERSION => 'before')
----
column_name | column_type | null | key | default | extra
id | INTEGER | YES | null | null | null
name | VARCHAR | YES | null | null | null

FROM shop.orders AT (TIMESTAMP => TIMESTAMP '2000-01-01')
----
! shop.orders: the table has no state at 2000-01-01T00:00:00Z
!     why: it never had, or upkeep has removed it since

FROM shop.orders AT (VERSION => 'summer')
----
! shop.orders: the table has no tag 'summer'
!     why: it never had, or upkeep has removed it since

FROM shop.orders AT (VERSION => 42)
----
! shop.orders: the table has no snapshot 42
!     why: it never had, or upkeep has removed it since

FROM shop.orders AT (VERSION => (SELECT 1))
----
! line 1, column 33: as of when a table is wanted must be a constant
!     FROM shop.orders AT (VERSION => (SELECT 1))
!                                     ^^^^^^^^^^

FROM shop.orders AT (TIMESTAMP => 'yesterday')
----
! line 1, column 6: this names no state of a table
!     FROM shop.orders AT (TIMESTAMP => 'yesterday')
!          ^^^^^^^^^^^
!     fix: write AT (TIMESTAMP => '2026-01-31 12:00:00'), in UTC unless it says otherwise

FROM shop.orders AT (VERSION => 1.5)
----
! line 1, column 6: this names no state of a table
!     FROM shop.orders AT (VERSION => 1.5)
!          ^^^^^^^^^^^
!     fix: write AT (VERSION => 4711) with a snapshot's number, or AT (VERSION => 'tag')
