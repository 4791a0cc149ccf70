package basin.jinja;

import basin.jinja.call.Function;
import basin.jinja.error.JinjaException;
import basin.jinja.value.Callable;
import basin.testkit.TemporaryFolder;
import basin.testkit.dbt.GeneratedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many templates are read, and how many rendered, in a second: those of a generated dbt project,
/// or of a folder, which are only read. Started by `bench/templates`.
final class TemplateSpeed {
    private static final int MODELS = 1_000;

    private final Environment environment;
    private final List<Path> files = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final int rounds;

    private TemplateSpeed(Path folder, int rounds) throws IOException {
        this.rounds = rounds;
        this.environment = Environment.builder()
                .withReturn()
                .blockTags(List.of("test", "data_test", "docs", "materialization", "snapshot"))
                .build();
        try (Stream<Path> found = Files.walk(folder)) {
            files.addAll(found.filter(path -> path.toString().endsWith(".sql")).toList());
        }
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
    }

    /// @param arguments rounds (30), and a folder to read instead
    static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        if (arguments.length > 1) {
            new TemplateSpeed(Path.of(arguments[1]), rounds).read();
            return;
        }
        try (TemporaryFolder folder = TemporaryFolder.create("template-speed")) {
            new GeneratedProject(MODELS).writeInto(folder.path());
            TemplateSpeed speed = new TemplateSpeed(folder.path(), rounds);
            speed.read();
            speed.render();
        }
    }

    private void read() {
        texts.forEach(text -> template(text));
        time("read", text -> template(text) == null ? 0 : text.length());
        files.stream()
                .filter(file -> template(texts.get(files.indexOf(file))) == null)
                .forEach(file -> System.out.println("no template: " + file));
    }

    private void render() {
        Map<String, @Nullable Object> context = context();
        Map<String, Template> templates = new HashMap<>();
        texts.forEach(text -> templates.put(text, environment.template("model", text)));
        time("rendered", text -> templates.get(text).render(context).length());
    }

    private @Nullable Template template(String text) {
        try {
            return environment.template("model", text);
        } catch (JinjaException mistake) {
            return null;
        }
    }

    /// Does something with all texts, round by round, and prints what the middle round has done in a
    /// second.
    private void time(String what, ToIntFunction<String> work) {
        double[] seconds = new double[rounds];
        long characters = 0;
        for (int round = 0; round < rounds; round++) {
            characters = 0;
            long start = System.nanoTime();
            for (String text : texts) {
                characters += work.applyAsInt(text);
            }
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        double middle = seconds[rounds / 2];
        System.out.printf(
                "%-9s %,7d files of %,d characters on average: %,8.0f files/s, %.1f MB/s (first round %,.0f files/s)%n",
                what,
                texts.size(),
                characters / texts.size(),
                texts.size() / middle,
                characters / 1e6 / middle,
                texts.size() / first);
    }

    /// What templates of a dbt project see, as far as the generated one looks.
    private Map<String, @Nullable Object> context() {
        Map<String, Object> vars = Map.of("currency", "EUR", "first_day", "2025-01-01", "keep_days", 3650L);
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("ref", Function.of("ref(name)", a -> "\"dev\".\"main\".\"" + a.get(0) + "\""));
        context.put("var", Function.of("var(name)", a -> vars.get(a.get(0))));
        Callable nothing = arguments -> "";
        context.put("config", nothing);
        context.put("is_incremental", (Callable) arguments -> true);
        context.put("this", "\"dev\".\"main\".\"this\"");
        for (int i = 0; i < texts.size(); i++) {
            if (files.get(i).toString().contains("macros")) {
                Template macros = environment.template(files.get(i).toString(), texts.get(i));
                Definitions bound = macros.bind(context);
                macros.definitions().forEach(macro -> context.put(macro.name(), bound.callable(macro)));
            }
        }
        return context;
    }
}
