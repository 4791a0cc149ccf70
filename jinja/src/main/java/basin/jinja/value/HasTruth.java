package basin.jinja.value;

/// A host object that says itself whether `if value` holds. Others are true, unless their length is zero.
@FunctionalInterface
public interface HasTruth {
    boolean isTrue();
}
