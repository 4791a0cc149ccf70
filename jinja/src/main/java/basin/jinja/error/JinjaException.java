package basin.jinja.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template could not be read or run.
///
/// Whoever notices throws it with the sentence alone ([#of]); the interpreter adds the place and the macros on the way
/// out, so a host function gets both for free. Instances do not change: adding gives a new one.
public final class JinjaException extends RuntimeException {
    /// What kind of mistake it was.
    public enum Kind {
        /// The text is not a template.
        SYNTAX,
        /// A value was used that is not there.
        UNDEFINED,
        /// A value was used in a way it does not allow, or a host function failed.
        RUNTIME,
        /// The template asked for more than the environment's limits allow.
        LIMIT
    }

    private final Kind kind;
    private final String reason;
    private final @Nullable Place place;
    private final List<MacroCall> calls;

    private JinjaException(
            Kind kind, String reason, @Nullable Place place, List<MacroCall> calls, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.reason = reason;
        this.place = place;
        this.calls = List.copyOf(calls);
    }

    /// A failure at run time, from one sentence without a place.
    public static JinjaException of(String reason) {
        return of(Kind.RUNTIME, reason);
    }

    /// A failure of a kind, from one sentence without a place.
    public static JinjaException of(Kind kind, String reason) {
        return new JinjaException(kind, reason, null, List.of(), null);
    }

    /// What a host function threw, which stays available as the cause.
    public static JinjaException caused(Throwable cause) {
        String message = cause.getMessage();
        String reason = message == null ? cause.getClass().getSimpleName() : message;
        return new JinjaException(Kind.RUNTIME, reason, null, List.of(), cause);
    }

    /// The same with a place, where it has none yet. Where the innermost macro without a place of call is still open,
    /// that is filled in instead.
    public JinjaException at(Place where) {
        if (place == null) {
            return with(where, calls);
        }
        if (calls.isEmpty() || calls.getLast().from() != null) {
            return this;
        }
        List<MacroCall> closed = new ArrayList<>(calls);
        closed.set(closed.size() - 1, new MacroCall(closed.getLast().macro(), where));
        return with(place, closed);
    }

    /// The same, as seen from outside of a macro that was running. Without effect before the place is known: a call
    /// with wrong arguments is the caller's mistake.
    public JinjaException within(String macro) {
        if (place == null) {
            return this;
        }
        List<MacroCall> more = new ArrayList<>(calls);
        more.add(new MacroCall(macro, null));
        return with(place, more);
    }

    private JinjaException with(@Nullable Place where, List<MacroCall> stack) {
        JinjaException copy = new JinjaException(kind, reason, where, stack, getCause());
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence alone, without places.
    public String reason() {
        return reason;
    }

    /// Where it happened; null as long as nobody who knows has seen it.
    public @Nullable Place place() {
        return place;
    }

    /// The macros that were running, innermost first.
    public List<MacroCall> calls() {
        return calls;
    }

    /// Place, sentence and macros, on several lines where macros were running.
    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder();
        if (place != null) {
            text.append(place).append(": ");
        }
        text.append(reason);
        calls.forEach(call -> text.append("\n  ").append(call));
        return text.toString();
    }
}
