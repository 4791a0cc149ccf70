package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.catalog.LakeCatalog;
import basin.lake.storage.Storage;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;

/// What went wrong with a table, said for people.
///
/// @param place the table
record LakeProblem(Place place, Storage storage, LakeCatalog catalog) {

    /// The problem behind what Iceberg, the storage or the catalog threw.
    ProblemException of(RuntimeException failure) {
        return failure instanceof ProblemException said ? said : new ProblemException(problem(failure), failure);
    }

    private Problem problem(RuntimeException failure) {
        return switch (failure) {
            case NoSuchTableException _ ->
                Problem.failed("the table is no longer there", place).advise("somebody dropped it; make it again");
            case CommitFailedException _ ->
                Problem.interrupted("another writer keeps changing the table", place)
                        .because(failure.getMessage())
                        .advise("let one process write it");
            case ValidationException _ ->
                Problem.interrupted("another writer changed the table meanwhile", place)
                        .because(failure.getMessage())
                        .advise("try again; let one process write it");
            default ->
                storage.problem(failure, place)
                        .or(() -> catalog.problem(failure))
                        .orElseGet(() -> Problem.failed("the table cannot be used", place)
                                .because(failure.toString()));
        };
    }
}
