# Mistakes are shown where they were typed.

SELECT amoutn FROM shop.orders
----
! line 1, column 8: there is no column 'amoutn'
!     SELECT amoutn FROM shop.orders
!            ^^^^^^
!     fix: did you mean 'amount'?

SELECT id,
       'ß' AS umlaut, o.amoutn
FROM shop.orders o
----
! line 2, column 23: there is no column 'amoutn'
!            'ß' AS umlaut, o.amoutn
!                           ^^^^^^^^
!     fix: did you mean 'amount'?

SELECT * FROM shop.order
----
! line 1, column 15: there is no table 'shop.order'
!     SELECT * FROM shop.order
!                   ^^^^^^^^^^
!     fix: did you mean 'shop.orders'?

SELECT * FROM orders
----
! line 1, column 15: there is no table 'orders'
!     SELECT * FROM orders
!                   ^^^^^^
!     fix: did you mean 'shop.orders'?

SELECT * FROM ordres
----
! line 1, column 15: there is no table 'ordres'
!     SELECT * FROM ordres
!                   ^^^^^^
!     fix: did you mean 'shop.orders'?

SELECT * FROM shoop.orders
----
! line 1, column 15: there is no table 'shoop.orders'
!     SELECT * FROM shoop.orders
!                   ^^^^^^^^^^^^
!     fix: did you mean 'shop.orders'?

SELECT * FROM warehouse.facts
----
! line 1, column 15: there is no table 'warehouse.facts'
!     SELECT * FROM warehouse.facts
!                   ^^^^^^^^^^^^^^^
!     fix: see what there is: SHOW TABLES

SELECT * FROM lake.shop.orders
----
! line 1, column 15: 'lake' is one name too many
!     SELECT * FROM lake.shop.orders
!                   ^^^^^^^^^^^^^^^^
!     why: a table is called by its schema and its name: shop.orders

DESCRIBE shop.order
----
! line 1, column 10: there is no table 'shop.order'
!     DESCRIBE shop.order
!              ^^^^^^^^^^
!     fix: did you mean 'shop.orders'?

SELECT selec FROM
----
! line 1, column 14: 'FROM' is not understood here
!     SELECT selec FROM
!                  ^^^^

SELECT 1 + FROM shop.orders
----
! line 1, column 12: 'FROM' is not understood here
!     SELECT 1 + FROM shop.orders
!                ^^^^

SELECT * FROM shop.orders WHERE id = 'abc'
----
! line 1, column 38: could not convert string 'abc' to INT64
!     SELECT * FROM shop.orders WHERE id = 'abc'
!                                          ^^^^^

SELECT date_trunk('month', day) FROM shop.orders
----
! line 1, column 8: there is no function 'date_trunk'
!     SELECT date_trunk('month', day) FROM shop.orders
!            ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: did you mean 'date_trunc'?

SELECT id, count(*) FROM shop.orders
----
! line 1, column 8: column 'id' must appear in the GROUP BY clause or must be part of an aggregate function
!     SELECT id, count(*) FROM shop.orders
!            ^^
!     fix: either add it to the GROUP BY list, or use ANY_VALUE("id") if the exact value of "id" is not important.

SELECT id FROM shop.orders o JOIN shop.customers c ON o.customer_id = c.id
----
! line 1, column 8: ambiguous reference to column name 'id' (use: 'o.id' or 'c.id')
!     SELECT id FROM shop.orders o JOIN shop.customers c ON o.customer_id = c.id
!            ^^

SELECT 'x' || 1, substr(1, 2, 3, 4) FROM shop.orders
----
! line 1, column 18: no function matches the given name and argument types 'substr(INTEGER_LITERAL, INTEGER_LITERAL, INTEGER_LITERAL, INTEGER_LITERAL)'. You might need to add explicit type casts
!     SELECT 'x' || 1, substr(1, 2, 3, 4) FROM shop.orders
!                      ^^^^^^^^^^^^^^^^^^

SELECT place.height FROM types.everything
----
! line 1, column 14: could not find key 'height' in struct
!     SELECT place.height FROM types.everything
!                  ^^^^^^

SELECT id FROM shop.orders UNION SELECT 1, 2
----
! set operations can only apply to expressions with the same number of result columns

SELECT DATE '2024-02-30'
----
! line 1, column 8: date field value out of range: '2024-02-30'
!     SELECT DATE '2024-02-30'
!            ^^^^^^^^^^^^^^^^^

SELECT day::INTEGER FROM shop.orders
----
! line 1, column 11: unimplemented type for cast (DATE -> INTEGER) when casting from source column day
!     SELECT day::INTEGER FROM shop.orders
!               ^^^^^^^^^

SELECT * EXCLUDE (nothing) FROM shop.orders
----
! line 1, column 19: there is no column 'nothing'
!     SELECT * EXCLUDE (nothing) FROM shop.orders
!                       ^^^^^^^

SELECT error('my own message')
----
! my own message

SELECT 1; SELECT 2
----
! line 1, column 11: one query at a time
!     SELECT 1; SELECT 2
!               ^^^^^^
!     why: the first is ended by a semicolon, and here another statement starts

-- only a comment
----
! line 1, column 1: there is no statement
!     -- only a comment
!     ^
!     why: a query is one of SELECT, WITH, VALUES, FROM, DESCRIBE, SHOW TABLES, SUMMARIZE, EXPLAIN

SELECT * FROM information_schema.table
----
! line 1, column 15: there is no table 'information_schema.table'
!     SELECT * FROM information_schema.table
!                   ^^^^^^^^^^^^^^^^^^^^^^^^
!     fix: did you mean 'information_schema.tables'?

PIVOT shop.orders ON status USING sum(amount)
----
! line 1, column 1: PIVOT needs to be told its columns
!     PIVOT shop.orders ON status USING sum(amount)
!     ^^^^^
!     why: without a list of values, the columns would depend on what is in the table
!     fix: name them: PIVOT ... ON status IN ('open', 'shipped') USING ...

SELECT ? + 1
----
! line 1, column 1: the statement has 1 parameter, and 0 values came with it
!     SELECT ? + 1
!     ^

SELECT $name
----
! line 1, column 8: parameters are numbered, not named
!     SELECT $name
!            ^^^^^

SELECT (SELECT id FROM shop.orders)
----
! more than one row returned by a subquery used as an expression - scalar subqueries can only return a single row

SELECT sum(CAST(status AS INTEGER)) FROM shop.orders
----
! could not convert string 'open' to INT32 when casting from source column status

SELECT id, amount / (id - 100) AS share, CAST(status AS INTEGER) FROM shop.orders
----
! line 1, column 42: could not convert string 'open' to INT32 when casting from source column status
!     SELECT id, amount / (id - 100) AS share, CAST(status AS INTEGER) FROM shop.orders
!                                              ^^^^^^^^^^^^^^^^^^^^^^^
