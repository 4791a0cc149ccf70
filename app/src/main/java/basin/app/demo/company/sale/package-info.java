/// What happens between the example company and its customers: orders, and all that follows from each of them.
/// A sale is computed whole from the number of its order; the tables each write down their part of it.
///
/// What would come after the books are closed has not happened and is found nowhere in here.
@NullMarked
package basin.app.demo.company.sale;

import org.jspecify.annotations.NullMarked;
