package basin.app.build;

import basin.app.terminal.Figures;
import basin.app.terminal.Ink;
import basin.model.resource.GenericTest;
import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import basin.model.resource.Seed;
import basin.model.resource.SingularTest;
import basin.model.resource.Snapshot;
import basin.model.resource.UnitTest;
import basin.run.build.StepResult;

/// What became of a step, in the words of the line that tells it.
///
/// @param status `OK`, `PASS`, `FAIL 3`, `ERROR`, ...
/// @param what `created table marts.orders`
/// @param figures `100,000 rows in 1.2 s`
record StepText(String status, Ink ink, String what, String figures) {

    /// That of a step that is in work.
    static StepText started(Resource resource) {
        return new StepText("START", Ink.DIM, thing(resource) + " " + name(resource), "");
    }

    static StepText of(StepResult result) {
        Resource resource = result.resource();
        String time = Figures.duration(result.took());
        return switch (result.outcome()) {
            case SUCCESS ->
                new StepText(
                        "OK",
                        Ink.GREEN,
                        done(resource) + " " + name(resource),
                        result.rows() < 0 ? time : Figures.count(result.rows(), "row") + " in " + time);
            case UNCHANGED -> new StepText("unchanged", Ink.DIM, thing(resource) + " " + name(resource), "");
            case SKIPPED ->
                new StepText(
                        "SKIP",
                        Ink.YELLOW,
                        thing(resource) + " " + name(resource),
                        result.message() == null ? "" : result.message());
            case ERROR -> new StepText("ERROR", Ink.RED, thing(resource) + " " + name(resource), time);
            case PASS -> new StepText("PASS", Ink.GREEN, name(resource), time);
            case WARN -> new StepText("WARN " + Figures.count(result.failures()), Ink.YELLOW, name(resource), time);
            case FAIL -> new StepText("FAIL " + Figures.count(result.failures()), Ink.RED, name(resource), time);
        };
    }

    /// `marts.orders`, for a test its name.
    static String name(Resource resource) {
        return resource instanceof Node node && node.isRefable()
                ? node.relation().schema() + "." + node.relation().identifier()
                : resource.name();
    }

    private static String done(Resource resource) {
        if (resource instanceof Node node) {
            return switch (node.kind()) {
                case Seed _ -> "loaded seed";
                case Snapshot _ -> "took snapshot";
                case Model _ -> "created " + node.materialized();
                default -> "ran";
            };
        }
        return "ran";
    }

    private static String thing(Resource resource) {
        return switch (resource) {
            case Node node ->
                switch (node.kind()) {
                    case Seed _ -> "seed";
                    case Snapshot _ -> "snapshot";
                    case Model _ -> node.materialized();
                    case GenericTest _, SingularTest _ -> "test";
                    default -> "step";
                };
            case UnitTest _ -> "unit test";
            default -> "step";
        };
    }
}
