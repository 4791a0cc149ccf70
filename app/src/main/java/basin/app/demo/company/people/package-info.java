/// Who buys from the example company: countries, persons and firms, their addresses, and which of them comes
/// back. It must never know what they buy.
@NullMarked
package basin.app.demo.company.people;

import org.jspecify.annotations.NullMarked;
