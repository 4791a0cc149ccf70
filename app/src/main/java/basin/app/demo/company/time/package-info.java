/// The days of the example company: which there are, how busy they are, and what season they belong to. It
/// knows what day it is only from the last day it is given; it must never ask the machine.
@NullMarked
package basin.app.demo.company.time;

import org.jspecify.annotations.NullMarked;
