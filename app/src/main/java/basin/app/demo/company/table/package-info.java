/// How the example company is written down: rows in the text format of Postgres's `COPY`, and the few value
/// types that need more than a number or a word. It knows no table by name.
@NullMarked
package basin.app.demo.company.table;

import org.jspecify.annotations.NullMarked;
