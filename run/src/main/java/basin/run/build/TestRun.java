package basin.run.build;

import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.adapter.Result;
import basin.model.adapter.Table;
import basin.model.compile.Compiled;
import basin.model.compile.UnitTestDifference;
import basin.model.compile.UnitTestSql;
import basin.model.resource.Node;
import basin.model.resource.UnitTest;
import basin.run.build.StepResult.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs tests: a data test is a query of what is wrong, a unit test compares what a model makes of given rows with what
/// it should. For one thread.
final class TestRun {
    private final ModelProject project;
    private final NodeRun nodes;

    TestRun(ModelProject project, NodeRun nodes) {
        this.project = project;
        this.nodes = nodes;
    }

    /// What a test found.
    ///
    /// @param failures how many rows are wrong
    /// @param message null where nothing is
    /// @param compiled null for a unit test
    record Verdict(
            Outcome outcome,
            long failures,
            @Nullable String message,
            @Nullable Compiled compiled) {}

    /// @throws ProblemException if the test cannot be run
    Verdict run(Node test) {
        NodeRun.Made made = nodes.run(test, Map.of());
        Result main = made.byMacro() == null ? null : made.byMacro().main();
        if (main == null || main.table().rows().isEmpty()) {
            throw new ProblemException(Problem.failed(
                            "the test '" + test.name() + "' gave no answer",
                            test.identity().place())
                    .advise("the materialization 'test' has to run a statement 'main' of one row"));
        }
        List<@Nullable Object> row = main.table().rows().getFirst();
        List<String> names = main.table().names();
        long failures = row.get(names.indexOf("failures")) instanceof Number number ? number.longValue() : 0;
        boolean error = isTrue(row.get(names.indexOf("should_error")));
        boolean warn = isTrue(row.get(names.indexOf("should_warn")));
        boolean severe = !test.config()
                .text("severity", "error")
                .toLowerCase(Locale.ROOT)
                .equals("warn");
        if (severe && error) {
            String limit = test.config().text("error_if", "!= 0");
            return new Verdict(Outcome.FAIL, failures, found(failures, "fail", limit), made.compiled());
        }
        if (warn || error) {
            String limit = test.config().text("warn_if", "!= 0");
            Outcome outcome = project.invocation().option("warn_error") ? Outcome.FAIL : Outcome.WARN;
            return new Verdict(outcome, failures, found(failures, "warn", limit), made.compiled());
        }
        return new Verdict(Outcome.PASS, failures, null, made.compiled());
    }

    private static String found(long failures, String what, String limit) {
        return "Got " + failures + (failures == 1 ? " result" : " results") + ", configured to " + what + " if "
                + limit;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || (value instanceof Number number && number.longValue() != 0);
    }

    /// @throws ProblemException if the test cannot be run
    Verdict run(UnitTest test) {
        Node model = test.testedNode() == null ? null : project.graph().node(test.testedNode());
        if (model == null) {
            throw new ProblemException(Problem.wrong(
                    "the unit test '" + test.name() + "' is of the model '" + test.model() + "', which is not there",
                    test.identity().place()));
        }
        UnitTestSql sql = UnitTestSql.of(project.compiler(), test, model, project.referents(), nodes.adapter());
        Table both = nodes.adapter().execute(sql.sql(), true).table();
        UnitTestDifference difference = UnitTestDifference.of(both);
        if (difference.isNone()) {
            return new Verdict(Outcome.PASS, 0, null, null);
        }
        long rows = difference.missing().size() + (long) difference.unexpected().size();
        return new Verdict(
                Outcome.FAIL, rows, "actual differs from expected:\n" + difference.text(sql.columns()), null);
    }
}
