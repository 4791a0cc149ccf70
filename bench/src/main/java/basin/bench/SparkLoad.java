package basin.bench;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/// The same load as a plain Spark job, run as a process of its own: JDBC read in two partitions, written as
/// an Iceberg table with zstd.
///
/// Arguments: the JDBC URL, the number of rows, the folder of the warehouse.
public final class SparkLoad {

    private SparkLoad() {}

    /// @param args URL, rows, warehouse
    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.lake.type", "hadoop")
                .config("spark.sql.catalog.lake.warehouse", args[2])
                .getOrCreate()) {
            spark.read()
                    .format("jdbc")
                    .option("url", args[0])
                    .option("dbtable", "public.orders")
                    .option("partitionColumn", "id")
                    .option("lowerBound", "1")
                    .option("upperBound", args[1])
                    .option("numPartitions", "2")
                    .option("fetchsize", "10000")
                    .load()
                    .writeTo("lake.shop.orders")
                    .tableProperty("write.parquet.compression-codec", "zstd")
                    .createOrReplace();
        }
    }
}
