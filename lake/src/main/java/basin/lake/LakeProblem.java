package basin.lake;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.catalog.LakeCatalog;
import basin.lake.storage.Storage;
import java.util.function.Supplier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
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

    /// Asks the lake something, and says what goes wrong in words for people.
    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw of(e);
        }
    }

    /// Does something, and says what goes wrong in words for people.
    void run(Runnable work) {
        ask(() -> {
            work.run();
            return true;
        });
    }

    private Problem problem(RuntimeException failure) {
        return switch (failure) {
            case NoSuchTableException _ ->
                Problem.failed("the table is no longer there", place).advise("somebody dropped it; make it again");
            case AlreadyExistsException _ ->
                Problem.failed("there is a table or a view of that name already", place)
                        .advise("drop it first, or choose another name");
            case NamespaceNotEmptyException _ ->
                Problem.failed("the schema has tables or views", place).advise("drop them first");
            case NoSuchNamespaceException _ ->
                Problem.failed("the schema is not there", place).advise("make it first: CREATE SCHEMA");
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
