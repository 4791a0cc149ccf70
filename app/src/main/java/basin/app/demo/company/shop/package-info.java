/// Where and on what terms the example company trades: channels and stores, promotions, exchange rates,
/// carriers. All of it stands before the first order comes in; this package must never know an order.
@NullMarked
package basin.app.demo.company.shop;

import org.jspecify.annotations.NullMarked;
