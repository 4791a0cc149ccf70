package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.lake.LakeTable;
import basin.lake.TableSnapshot;
import basin.run.owner.Ownership;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin tag TABLE NAME [--version VERSION | --delete]`
@picocli.CommandLine.Command(
        name = "tag",
        header = "Give a state of a table a name, and keep it.",
        description = "A tagged state stays until its tags are deleted. SQL sees it with AT (VERSION => 'name').",
        footer = {
            "",
            "Examples:",
            "  basin tag shop.orders year-end                                  the table as it is now",
            "  basin tag shop.orders before-cleanup --version 5781947118336215154",
            "  basin tag shop.orders year-end --delete                         the rows of the table stay as they are",
            "  basin snapshots shop.orders                                     what there is to be tagged, and is tagged"
        })
public final class TagCommand implements Command {

    @Parameters(index = "0", paramLabel = "TABLE", description = "A table, as in shop.orders.")
    private String table = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The tag's name.")
    private String name = "";

    @ArgGroup
    private Choice choice = new Choice();

    /// One of these, or neither.
    static final class Choice {
        @Option(
                names = "--version",
                paramLabel = "VERSION",
                description = "The state that is meant, by its number; by default the newest.")
        private @Nullable Long version;

        @Option(names = "--delete", description = "Take the name away.")
        private boolean delete;
    }

    @Override
    public Answer run(Workplace workplace) {
        LakeTable tagged = NamedTable.in(workplace.lake(), table);
        try (Ownership _ = workplace.own("basin tag " + table + " " + name)) {
            if (choice.delete) {
                tagged.untag(name);
            } else {
                tagged.tag(name, choice.version == null ? newest(tagged) : choice.version);
            }
        }
        return new TagChange(tagged.name(), name, tagged.tags().get(name));
    }

    private static long newest(LakeTable tagged) {
        return tagged.snapshots().stream()
                .findFirst()
                .map(TableSnapshot::id)
                .orElseThrow(() -> new ProblemException(Problem.failed(
                                "the table has no state to be tagged yet",
                                new Place.InTable(tagged.name().toString()))
                        .because("nothing was ever written to it")));
    }
}
