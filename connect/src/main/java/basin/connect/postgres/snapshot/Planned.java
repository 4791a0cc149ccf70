package basin.connect.postgres.snapshot;

import basin.connect.Discovery;
import basin.connect.Stream;
import basin.connect.postgres.catalog.CatalogReader;
import basin.connect.postgres.connection.Connector;
import basin.connect.postgres.plan.PlannedStream;
import basin.connect.postgres.plan.StreamPlanner;
import basin.connect.postgres.types.TypeTable;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/// The streams of a database in one instant.
///
/// @param streams by name
record Planned(Discovery discovery, List<PlannedStream> streams) {

    /// Reads the catalog in the transaction that holds the snapshot.
    ///
    /// @throws basin.core.problem.ProblemException if nothing of what was chosen can be loaded
    static Planned read(ExportedSnapshot snapshot, StreamPlanner.Choice choice, Connector connector) {
        CatalogReader catalog = new CatalogReader(snapshot.connection());
        try {
            StreamPlanner planner = new StreamPlanner(
                    catalog.relations(), choice, connector.failures().service());
            List<PlannedStream> streams =
                    planner.plan(catalog.withColumns(planner.chosen()), new TypeTable(snapshot.types()));
            List<Stream> offered = streams.stream()
                    .map(PlannedStream::stream)
                    .sorted(Comparator.comparing(Stream::name))
                    .toList();
            return new Planned(new Discovery(offered, planner.skipped(), planner.problems()), streams);
        } catch (SQLException e) {
            throw connector.failures().exception(e);
        }
    }
}
