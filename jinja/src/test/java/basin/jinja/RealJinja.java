package basin.jinja;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Jinja2 itself, where this machine has Python and it; and this room with the same context and templates.
final class RealJinja {
    private final String context = resource("context.json");
    private final String others = resource("others.json");
    private final Environment ours;

    RealJinja() {
        Map<?, ?> templates = (Map<?, ?>) Objects.requireNonNull(Json.parse(others));
        this.ours = Environment.builder()
                .loader(name -> (String) templates.get(name))
                .build();
    }

    static boolean isInstalled() {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import jinja2")
                    .redirectErrorStream(true)
                    .start();
            python.getInputStream().readAllBytes();
            return python.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(RealJinja.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What Jinja2 makes of each template; null where it fails.
    List<@Nullable Object> theirs(List<String> templates) throws IOException {
        Path script = Files.createTempFile("render", ".py");
        try {
            Files.writeString(script, resource("render.py"));
            Process python = new ProcessBuilder("python3", script.toString(), context, others)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = python.getOutputStream()) {
                input.write(basin.jinja.filter.Json.write(templates, 0, false).getBytes(StandardCharsets.UTF_8));
            }
            String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>((List<?>) Objects.requireNonNull(Json.parse(answer)));
        } finally {
            Files.delete(script);
        }
    }

    /// What this room makes of a template; the exception where it fails.
    String ours(String template) {
        @SuppressWarnings("unchecked") // keys of JSON are texts
        Map<String, @Nullable Object> values =
                (Map<String, @Nullable Object>) Objects.requireNonNull(Json.parse(context));
        return ours.template("case", template).render(values);
    }
}
