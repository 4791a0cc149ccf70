package basin.jinja.call;

import basin.jinja.error.JinjaException;
import basin.jinja.operation.Numbers;
import basin.jinja.operation.Truth;
import basin.jinja.operation.TypeName;
import basin.jinja.value.Absent;
import basin.jinja.value.Undefined;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of one call, by the parameters of its [Signature], counted from 0.
public final class Bound {
    private final Signature signature;
    private final @Nullable Object[] values;
    private final List<@Nullable Object> more;
    private final Map<String, @Nullable Object> keywords;

    Bound(
            Signature signature,
            @Nullable Object[] values,
            List<@Nullable Object> more,
            Map<String, @Nullable Object> keywords) {
        this.signature = signature;
        this.values = values;
        this.more = more;
        this.keywords = keywords;
    }

    /// An argument or its default, whatever it is.
    public @Nullable Object get(int index) {
        return values[index];
    }

    /// Whether an argument whose default is `...` was given.
    public boolean has(int index) {
        return values[index] != Absent.ABSENT;
    }

    /// An argument that has to be a text.
    public String text(int index) {
        if (values[index] instanceof String text) {
            return text;
        }
        throw wrong(index, "a text");
    }

    /// An argument that has to be a text or `None`, which is null.
    public @Nullable String textOrNone(int index) {
        return values[index] == null ? null : text(index);
    }

    /// An argument that has to be a whole number.
    public int integer(int index) {
        if (values[index] instanceof Undefined) {
            throw wrong(index, "a whole number");
        }
        return Numbers.index(values[index], "the argument '" + signature.parameter(index) + "'");
    }

    /// Whether an argument counts as true.
    public boolean truth(int index) {
        return Truth.of(values[index]);
    }

    /// The failure of an argument that is of another kind than it has to be. Thrown by the caller.
    public JinjaException wrong(int index, String expected) {
        if (values[index] instanceof Undefined undefined) {
            return undefined.used();
        }
        return JinjaException.of("the argument '" + signature.parameter(index) + "' of '" + signature.name()
                + "' has to be " + expected + ", not " + TypeName.of(values[index]));
    }

    /// What was given beyond the parameters: the value of `*names`.
    public List<@Nullable Object> more() {
        return more;
    }

    /// The keywords that are no parameters: the value of `**names`.
    public Map<String, @Nullable Object> keywords() {
        return keywords;
    }
}
