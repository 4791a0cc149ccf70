/// MadHatter Corp., the example company: its goods, people and trade, made up from a seed, a scale and a last
/// day.
///
/// Everything here is arithmetic. An order, a customer or a price is computed from its number alone, so each
/// table can be written on its own, in any order, with as little memory for ten million orders as for a
/// thousand, and comes out the same to the byte every time. The packages read from the inside out: `draw`
/// decides, `table` writes down, `time` knows the days, `goods` what is sold, `people` who buys, `shop` where
/// and on what terms, `sale` what then happens.
///
/// This package knows Postgres as the place its rows are copied to. It must never know Basin: the company is a
/// stranger whose database Basin reads, and it stays a fair test only as long as it is one.
@NullMarked
package basin.app.demo.company;

import org.jspecify.annotations.NullMarked;
