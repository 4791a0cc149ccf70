package basin.core.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A type of our own that is written as a single text: it has a static method `parse(String)` that returns it, or
/// throws an `IllegalArgumentException` if the text does not say one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Text {
    /// What is to be written, to be read behind "must be": `a size such as 512MB`.
    String value();

    /// A regular expression for editors, matched anywhere in the text; empty if any text will do.
    String pattern() default "";
}
