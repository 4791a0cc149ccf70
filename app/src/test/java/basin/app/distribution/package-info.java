/// The distribution as its user meets it: a folder with a program to run.
@NullMarked
package basin.app.distribution;

import org.jspecify.annotations.NullMarked;
