# Names are found in any case, and in quotes whatever they are made of.

SELECT count(*) AS n FROM SHOP.Orders WHERE ID >= 300
----
n
4

SELECT "how many?", day FROM crm."Visits per Day"
----
how many? | Day
7 | 2024-02-29

SELECT v."DAY" FROM CRM."visits PER day" AS v
----
Day
2024-02-29

SELECT "shop"."orders"."id" FROM "shop" . /* in between */ "orders" ORDER BY 1 LIMIT 1
----
id
100

SELECT orders.id, Orders.day FROM Shop.ORDERS JOIN shop.customers USING (id)
----
id | day

SELECT count(*) AS n FROM shop.orders, shop.ORDERS AS "Orders 2"
----
n
144
