/// How the example company decides: chances that depend on a seed and a number, and never on what was drawn
/// before.
///
/// It knows nothing of orders or customers, and must never read a clock or any other source of chance.
@NullMarked
package basin.app.demo.company.draw;

import org.jspecify.annotations.NullMarked;
