package basin.core.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a setting does, or what a group of settings is for, in full sentences: shown by editors and on the
/// reference page. Every setting has one; a group of settings may have it on its record alone. On an enum constant
/// it says what choosing it means.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Doc {
    /// The text, in Markdown.
    String value();
}
