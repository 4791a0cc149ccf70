package basin.app.command;

import basin.app.build.BuildKind;

/// `basin seed [SELECT]`
@picocli.CommandLine.Command(
        name = "seed",
        header = "Load the CSV files of the dbt project into tables.",
        description = "Files that have not changed are left alone; --full-refresh and --force load them again.",
        footer = {
            "",
            "Examples:",
            "  basin seed                      every file",
            "  basin seed country_codes        one of them"
        })
public final class SeedCommand extends BuildingCommand {
    public SeedCommand() {
        super(BuildKind.SEED);
    }
}
