package basin.app.command;

import basin.app.cli.Answer;
import basin.app.cli.Command;
import basin.app.terminal.Ink;
import basin.app.terminal.Screen;
import basin.app.workplace.Workplace;
import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import basin.core.project.ProjectSchemas;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `basin schema [KIND] [--write]`
@picocli.CommandLine.Command(
        name = "schema",
        header = "Print or write the JSON schemas of the project's files, for editors.",
        description = {
            "An editor that knows the schema of a file completes its settings, explains them, and marks mistakes while they are "
                    + "typed. Editors with the YAML language server (VS Code, IntelliJ, Neovim, Helix, Emacs) look for it in "
                    + "the file's first line:",
            "",
            "  # yaml-language-server: $schema=.basin/schemas/basin.schema.json        in basin.yml",
            "  # yaml-language-server: $schema=../.basin/schemas/source.schema.json    in sources/*.yml",
            "",
            "Projects begun with 'basin init' have these lines already."
        },
        footer = {
            "",
            "Examples:",
            "  basin schema --write            write both schemas into .basin/schemas",
            "  basin schema source             print the schema of sources/*.yml"
        })
public final class SchemaCommand implements Command {

    /// A kind of file.
    enum Kind {
        BASIN("basin.yml"),
        SOURCE("sources/*.yml");

        private final String files;

        Kind(String files) {
            this.files = files;
        }

        String schemaFile() {
            return this + ".schema.json";
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Path FOLDER = Path.of(".basin", "schemas");

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "The kind of file: ${COMPLETION-CANDIDATES}; without it, the schemas there are.")
    private @Nullable Kind kind;

    @Option(names = "--write", description = "Write every schema into .basin/schemas of the project.")
    private boolean write;

    @Override
    public Answer run(Workplace workplace) {
        Map<String, ObjectNode> schemas = ProjectSchemas.of(workplace.sourceTypes());
        if (write) {
            return new Written(write(schemas, workplace.folder()));
        }
        return kind == null ? new Listed(schemas) : new Printed(Objects.requireNonNull(schemas.get(kind.schemaFile())));
    }

    private static List<Path> write(Map<String, ObjectNode> schemas, Path project) {
        List<Path> written = new ArrayList<>();
        schemas.forEach((name, schema) -> {
            Path file = FOLDER.resolve(name);
            try {
                Files.createDirectories(project.resolve(FOLDER));
                Files.writeString(project.resolve(file), schema.toPrettyString() + "\n");
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.failed("the schema cannot be written", new Place.InFile(file))
                                .because(DiskRefusal.reason(e)),
                        e);
            }
            written.add(file);
        });
        return written;
    }

    private record Printed(ObjectNode schema) implements Answer {
        @Override
        public void show(Screen out) {
            out.line(schema.toPrettyString());
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeRawValue(schema.toString());
        }
    }

    private record Listed(Map<String, ObjectNode> schemas) implements Answer {
        @Override
        public void show(Screen out) {
            for (Kind kind : Kind.values()) {
                out.line("basin schema " + out.paint(Ink.BOLD, kind.toString()) + "   for " + kind.files);
            }
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            for (Kind kind : Kind.values()) {
                json.writeFieldName(kind.toString());
                json.writeRawValue(String.valueOf(schemas.get(kind.schemaFile())));
            }
            json.writeEndObject();
        }
    }

    /// @param files relative to the project's folder
    private record Written(List<Path> files) implements Answer {
        @Override
        public void show(Screen out) {
            files.forEach(file -> out.line(out.paint(Ink.GREEN, "wrote") + " " + file));
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("files");
            for (Path file : files) {
                json.writeString(file.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
