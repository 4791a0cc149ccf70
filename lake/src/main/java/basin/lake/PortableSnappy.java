package basin.lake;

/// The codec Snappy, which Avro looks for whether or not a file is compressed by it. Left to itself it unpacks a native
/// library into the temporary folder at every start, and prints a stack trace where that is full. What
/// Basin writes is compressed otherwise; for what others write, its Java form is fast enough.
final class PortableSnappy {
    private static final String IN_JAVA = "org.xerial.snappy.purejava";

    private PortableSnappy() {}

    /// Chooses the Java form, unless somebody chose already. To be called before a file is read.
    static void choose() {
        if (System.getProperty(IN_JAVA) == null) {
            System.setProperty(IN_JAVA, "true");
        }
    }
}
