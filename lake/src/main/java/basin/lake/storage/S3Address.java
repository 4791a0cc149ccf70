package basin.lake.storage;

/// A bucket and a key in it.
record S3Address(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /// The address in a location such as `s3://bucket/folder/file`.
    static S3Address of(String location) {
        int slash = location.indexOf('/', SCHEME.length());
        if (!location.startsWith(SCHEME) || slash < 0) {
            throw new IllegalArgumentException("not a file in a bucket: " + location);
        }
        return new S3Address(location.substring(SCHEME.length(), slash), location.substring(slash + 1));
    }
}
