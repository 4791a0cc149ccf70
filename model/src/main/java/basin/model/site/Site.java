package basin.model.site;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// `index.html`: what the artifacts say, for people.
///
/// The browser is told to run the one script that is here, and to load nothing; and that script makes everything it
/// shows out of text. So whatever stands in a description stays words.
public final class Site {
    /// The file's name.
    public static final String FILE = "index.html";

    private static final List<String> SCRIPTS =
            List.of("dom.js", "markdown.js", "sql.js", "model.js", "graph.js", "columns.js", "pages.js", "main.js");

    private Site() {}

    /// Writes the page into a folder.
    ///
    /// @param manifest what `manifest.json` has
    /// @param catalog what `catalog.json` has
    /// @param lineage what `column_lineage.json` has
    /// @throws ProblemException if it cannot be written
    public static void write(Path folder, JsonNode manifest, JsonNode catalog, JsonNode lineage) {
        Path file = folder.resolve(FILE);
        try {
            Files.writeString(file, page(manifest, catalog, lineage));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.failed("the file cannot be written", new Place.InFile(file))
                            .because(e.toString()),
                    e);
        }
    }

    private static String page(JsonNode manifest, JsonNode catalog, JsonNode lineage) {
        String style = resource("style.css");
        String script = "'use strict';\n(() => {\n"
                + SCRIPTS.stream().map(Site::resource).collect(Collectors.joining("\n")) + "})();\n";
        // The data comes last: what is in it is not looked through for the words that stand for something.
        return resource("page.html")
                .replace("{{style_hash}}", sha256(style))
                .replace("{{script_hash}}", sha256(script))
                .replace("{{style}}", style)
                .replace("{{script}}", script)
                .replace(
                        "{{project}}",
                        escaped(manifest.at("/metadata/project_name").asText()))
                .replace("{{data}}", embedded(SiteData.of(manifest, catalog, lineage)));
    }

    /// JSON that cannot end the element it stands in, or begin another.
    private static String embedded(JsonNode data) {
        return data.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
