package basin.jinja.value;

/// A host object with a length: `value|length` in a template. Without [HasTruth], zero is false.
@FunctionalInterface
public interface HasLength {
    int length();
}
