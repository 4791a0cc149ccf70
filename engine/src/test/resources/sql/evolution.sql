# shop.products: id was widened, name became title, price was added between the two files.

FROM shop.products ORDER BY id
----
id | title | price
1 | tea | null
2 | hat | 9.99

SELECT title FROM shop.products WHERE price IS NULL
----
title
tea

SELECT id FROM shop.products WHERE title = 'tea'
----
id
1

SELECT id FROM shop.products WHERE price > 5
----
id
2

SELECT name FROM shop.products
----
! line 1, column 8: there is no column 'name'
!     SELECT name FROM shop.products
!            ^^^^

DESCRIBE shop.products
----
column_name | column_type | null | key | default | extra
id | BIGINT | YES | null | null | null
title | VARCHAR | YES | null | null | null
price | DECIMAL(6,2) | YES | null | null | null
