/// Other engines on Basin's tables. These tests run the distribution as its user does; the class path here is Spark's.
@NullMarked
package basin.interop;

import org.jspecify.annotations.NullMarked;
