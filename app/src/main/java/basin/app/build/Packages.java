package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.ProblemException;
import basin.model.document.Findings;
import basin.model.packages.HubIndex;
import basin.model.packages.PackageInstaller;
import basin.model.project.ProjectOptions;
import basin.model.project.ProjectTree;
import basin.model.project.YamlTemplates;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/// The packages that a dbt project asks for, brought into its folder.
///
/// @param installed each with its version
public record Packages(List<String> installed) implements Answer {
    public Packages {
        installed = List.copyOf(installed);
    }

    /// Installs them.
    ///
    /// @param upgrade whether the lock file does not count
    /// @throws ProblemException if what is asked for is wrong, or cannot be had
    public static Packages install(Workplace workplace, ProjectFlags flags, boolean upgrade) {
        ProjectOptions options = flags.options(workplace);
        Findings findings = new Findings();
        ProjectTree tree = ProjectTree.read(options, findings);
        if (tree == null) {
            throw new ProblemException(findings.mistakes().inReadingOrder());
        }
        List<String> installed = new ArrayList<>();
        try (Progress progress = workplace.progress();
                HttpClient http = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            new PackageInstaller(
                            tree.root().folder(),
                            tree.root().packagesFolder(),
                            new HubIndex(HubIndex.HUB, http),
                            new YamlTemplates(options.environment(), options.vars(), tree.target()),
                            line -> {
                                installed.add(line);
                                progress.say("installed " + line);
                            })
                    .install(upgrade);
        }
        return new Packages(installed);
    }

    @Override
    public void show(Screen out) {
        out.line(installed.isEmpty() ? "the project asks for no packages" : installed.size() + " installed");
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("installed");
        for (String one : installed) {
            json.writeString(one);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
