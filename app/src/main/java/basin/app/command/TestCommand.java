package basin.app.command;

import basin.app.build.BuildKind;

/// `basin test [SELECT]`
@picocli.CommandLine.Command(
        name = "test",
        header = "Run the tests of the dbt project.",
        description = "Tests that have passed are run again only when their text or their data has changed.",
        footer = {
            "",
            "Examples:",
            "  basin test                      every test",
            "  basin test orders               the tests of one model"
        })
public final class TestCommand extends BuildingCommand {
    public TestCommand() {
        super(BuildKind.TEST);
    }
}
