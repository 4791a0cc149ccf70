package basin.core.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How small and how large a number may be, or how few and how many items a list may have.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /// The smallest good value.
    long min() default Long.MIN_VALUE;

    /// The largest good value.
    long max() default Long.MAX_VALUE;
}
