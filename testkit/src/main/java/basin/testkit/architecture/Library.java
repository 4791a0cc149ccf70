package basin.testkit.architecture;

import java.util.List;

/// A library with weight, and the only packages that may name its types. The rest of Basin speaks to what stands there,
/// in words of its own, so that the library can be replaced or upgraded in one place.
enum Library {
    AWS("software.amazon.awssdk", "basin.lake"),
    DUCKDB("org.duckdb", "basin.duck"),
    ICEBERG("org.apache.iceberg", "basin.lake"),
    JDK_LOGGING("java.util.logging", "basin.app"),
    PARQUET("org.apache.parquet", "basin.lake"),
    PICOCLI("picocli", "basin.app"),
    POSTGRES("org.postgresql", "basin.connect.postgres", "basin.app.demo"),
    POSTGRES_BINARIES("io.zonky.test", "basin.app.demo"),
    SLF4J("org.slf4j"),
    YAML("org.snakeyaml", "basin.core");

    private final String javaPackage;
    private final List<String> homes;

    Library(String javaPackage, String... homes) {
        this.javaPackage = javaPackage;
        this.homes = List.of(homes);
    }

    /// The package that holds all of the library.
    String javaPackage() {
        return javaPackage;
    }

    /// The packages of Basin that may name it, each with all below it; empty where nothing may.
    List<String> homes() {
        return homes;
    }
}
