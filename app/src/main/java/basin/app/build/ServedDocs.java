package basin.app.build;

import basin.app.cli.Answer;
import basin.app.progress.Progress;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.model.site.Site;
import basin.run.build.ModelProject;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The documentation, for browsers on this machine, until somebody interrupts.
public record ServedDocs(DocsServer server) implements Answer {

    /// Begins to serve what `docs generate` has written.
    ///
    /// @param port 0 for any that is free
    /// @throws ProblemException if nothing was written, or the port is taken
    public static ServedDocs of(Workplace workplace, ProjectFlags flags, int port) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        flags.putInto(arguments);
        Path folder;
        try (Progress progress = workplace.progress()) {
            ModelProject project = new ProjectCommand("serve", arguments).read(workplace, flags, progress);
            folder = flags.target(project.graph().tree().root()).path();
        }
        if (!Files.isRegularFile(folder.resolve(Site.FILE))) {
            throw new ProblemException(Problem.wrong("there is no documentation yet", new Place.InFile(folder))
                    .advise("write it first: basin docs generate"));
        }
        return new ServedDocs(workplace.keep(DocsServer.start(folder, port)));
    }

    @Override
    public void show(Screen out) {
        out.line("the documentation is at " + server.address());
        out.line("Ctrl-C stops it.");
        out.flush();
        stayUp();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", server.address().toString());
        json.writeEndObject();
        json.flush();
        stayUp();
    }

    private static void stayUp() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.interrupted("the documentation is served no more", Place.NOWHERE), e);
        }
    }
}
