/// What the example company sells: categories, products, what they cost on which day, and how much they are
/// wanted. It must never know who buys.
@NullMarked
package basin.app.demo.company.goods;

import org.jspecify.annotations.NullMarked;
