package basin.jinja.value;

import basin.jinja.error.JinjaException;

/// A value that is not there. `None` is something else: a value that is there and says "nothing".
public final class Undefined {
    private final UndefinedPolicy policy;
    private final String reason;

    private Undefined(UndefinedPolicy policy, String reason) {
        this.policy = policy;
        this.reason = reason;
    }

    /// @param reason the sentence that a use of it fails with, such as `'nope' is undefined`
    public static Undefined because(UndefinedPolicy policy, String reason) {
        return new Undefined(policy, reason);
    }

    /// Why there is no value.
    public String reason() {
        return reason;
    }

    /// The failure that a use of it is. Thrown by the caller.
    public JinjaException used() {
        return JinjaException.of(JinjaException.Kind.UNDEFINED, reason);
    }

    /// Fails where not even printing or testing it is allowed.
    public void printed() {
        if (policy == UndefinedPolicy.STRICT) {
            throw used();
        }
    }

    /// What one of its attributes or items is: itself, or a failure.
    public Undefined member() {
        if (policy == UndefinedPolicy.CHAINABLE) {
            return this;
        }
        throw used();
    }

    /// All undefined values are alike.
    @Override
    public boolean equals(Object other) {
        return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
        return Undefined.class.hashCode();
    }

    /// What it prints as.
    @Override
    public String toString() {
        return "";
    }
}
