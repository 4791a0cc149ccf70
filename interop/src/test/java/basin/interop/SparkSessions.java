package basin.interop;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/// A real Spark on the lake of a project, through Iceberg's own catalog and reader: nothing of Basin is in between.
final class SparkSessions {

    private SparkSessions() {}

    /// Two local threads, no web page, UTC; the lake's tables are `basin.<schema>.<table>`.
    static SparkSession on(Path project) {
        return SparkSession.builder()
                .master("local[2]")
                .appName("basin-interop")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                // Its vectorised reader stands on memory tricks of Netty's that JDK 25 no longer grants.
                .config("spark.sql.iceberg.vectorization.enabled", "false")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.catalog.basin", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.basin.type", "jdbc")
                .config("spark.sql.catalog.basin.uri", "jdbc:sqlite:" + project.resolve(".basin/system.db"))
                .config("spark.sql.catalog.basin.jdbc.schema-version", "V1")
                .config(
                        "spark.sql.catalog.basin.warehouse",
                        project.resolve(".basin/lake").toUri().toString())
                .getOrCreate();
    }
}
