package basin.jinja.error;

import org.jspecify.annotations.Nullable;

/// A macro that was running when something went wrong.
///
/// @param macro the macro's name
/// @param from where it was called; null where Java code called it
public record MacroCall(String macro, @Nullable Place from) {
    @Override
    public String toString() {
        return from == null ? "in macro '" + macro + "'" : "in macro '" + macro + "', called at " + from;
    }
}
