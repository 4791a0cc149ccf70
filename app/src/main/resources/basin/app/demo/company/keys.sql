-- Keys, references and indexes, added after the rows: building an index once is quicker than growing it row by row.

alter table categories add primary key (id);
alter table products add primary key (id), add unique (sku);
alter table product_prices add primary key (product_id, valid_from);
alter table promotions add primary key (code);
alter table exchange_rates add primary key (currency, day);
alter table carriers add primary key (id);
alter table stores add primary key (id), add unique (code);
alter table customers add primary key (id);
alter table addresses add primary key (customer_id, address_no);
alter table orders add primary key (id);
alter table order_lines add primary key (order_id, line_no);
alter table payments add primary key (id);
alter table shipments add primary key (id), add unique (order_id, part);
alter table returns add primary key (id), add unique (order_id, line_no);
alter table devices add primary key (id);

alter table categories add foreign key (parent_id) references categories;
alter table products add foreign key (category_id) references categories;
alter table product_prices add foreign key (product_id) references products;
alter table promotions add foreign key (category_id) references categories;
alter table till_uploads add foreign key (store_code) references stores (code);
alter table addresses add foreign key (customer_id) references customers;
alter table orders
    add foreign key (customer_id, address_no) references addresses,
    add foreign key (store_id) references stores,
    add foreign key (promotion_code) references promotions;
alter table order_lines
    add foreign key (order_id) references orders,
    add foreign key (product_id) references products;
alter table payments add foreign key (order_id) references orders;
alter table shipments
    add foreign key (order_id) references orders,
    add foreign key (carrier_id) references carriers;
alter table returns add foreign key (order_id, line_no) references order_lines;
alter table devices
    add foreign key (product_id) references products,
    add foreign key (order_id, line_no) references order_lines;

create index on orders (updated_at);
create index on customers (updated_at);

select setval(pg_get_serial_sequence('products', 'id'), max(id)) from products;
select setval(pg_get_serial_sequence('customers', 'id'), max(id)) from customers;
select setval(pg_get_serial_sequence('orders', 'id'), max(id)) from orders;
select setval(pg_get_serial_sequence('payments', 'id'), max(id)) from payments;
select setval(pg_get_serial_sequence('shipments', 'id'), max(id)) from shipments;
select setval(pg_get_serial_sequence('returns', 'id'), max(id)) from returns;

analyze;
