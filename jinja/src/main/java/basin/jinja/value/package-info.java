/// The values templates work with, and the small interfaces by which a host lets templates see its own objects.
///
/// Most values are plain Java: null is `None`, and Boolean, Long, BigInteger, Double, BigDecimal, String,
/// List, Map, Set and the types of `java.time` are what they look like. This package holds what Java has no
/// type for. A host object shows templates what these interfaces say and nothing else: nothing is ever
/// reached by reflection.
///
/// It must never know the syntax of templates or how they are run.
@NullMarked
package basin.jinja.value;

import org.jspecify.annotations.NullMarked;
