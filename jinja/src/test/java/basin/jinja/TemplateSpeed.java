package basin.jinja;

import basin.jinja.error.JinjaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How many files of a folder are read in a second, and which are no templates: run with the folder as its argument.
final class ParsingSpeed {
    private ParsingSpeed() {}

    static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
            files = found.filter(path -> path.toString().endsWith(".sql")).toList();
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        long characters = texts.stream().mapToLong(String::length).sum();
        System.out.printf("%d files, %d kB%n", files.size(), characters / 1000);
        Environment environment = Environment.builder()
                .blockTags(List.of("test", "data_test", "docs", "materialization", "snapshot"))
                .build();
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            int mistakes = 0;
            int definitions = 0;
            for (int i = 0; i < texts.size(); i++) {
                try {
                    definitions += environment
                            .template(files.get(i).toString(), texts.get(i))
                            .definitions()
                            .size();
                } catch (JinjaException mistake) {
                    mistakes++;
                    if (round == 0) {
                        System.out.println(mistake.getMessage());
                    }
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%.0f files/s, %.1f MB/s, %d definitions, %d mistakes%n",
                    texts.size() / seconds, characters / 1e6 / seconds, definitions, mistakes);
        }
    }
}
