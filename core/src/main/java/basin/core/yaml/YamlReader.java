package basin.core.yaml;

import basin.core.file.DiskRefusal;
import basin.core.problem.Place;
import basin.core.problem.Problem;
import basin.core.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads one YAML document from a file or a text.
public final class YamlReader {
    private YamlReader() {}

    /// Reads a file in UTF-8 and Basin's own dialect.
    ///
    /// @param shownAs the path that problems name
    /// @return the document, an empty mapping if there is none; null if the file cannot be read, which is
    /// then one problem
    public static @Nullable YamlNode read(Path file, Path shownAs, Problems problems) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(Problem.wrong("the file is not encoded in UTF-8", new Place.InFile(shownAs))
                    .advise("save it as UTF-8"));
            return null;
        } catch (NoSuchFileException e) {
            problems.add(Problem.wrong("there is no such file", new Place.InFile(shownAs)));
            return null;
        } catch (IOException e) {
            problems.add(Problem.wrong("the file cannot be read", new Place.InFile(shownAs))
                    .because(DiskRefusal.reason(e)));
            return null;
        }
        return parse(text, shownAs, problems);
    }

    /// Reads a text in Basin's own dialect.
    ///
    /// @param shownAs the path that problems name
    /// @return the document, an empty mapping if there is none; null if it is not YAML, which is then one problem
    public static @Nullable YamlNode parse(String text, Path shownAs, Problems problems) {
        return parse(text, shownAs, YamlDialect.STRICT, problems);
    }

    /// Reads a text.
    ///
    /// @param shownAs the path that problems name
    /// @return the document, an empty mapping if there is none; null if it is not YAML, which is then one problem
    public static @Nullable YamlNode parse(String text, Path shownAs, YamlDialect dialect, Problems problems) {
        String withoutByteOrderMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            Optional<Mark> tooDeep = Nesting.tooDeep(withoutByteOrderMark, dialect.settings());
            if (tooDeep.isPresent()) {
                problems.add(Problem.wrong(
                        "lists and mappings lie more than " + Nesting.DEEPEST + " deep in each other",
                        new Place.InFile(
                                shownAs,
                                tooDeep.get().getLine() + 1,
                                tooDeep.get().getColumn() + 1)));
                return null;
            }
            Optional<Node> root = new Compose(dialect.settings()).composeString(withoutByteOrderMark);
            if (root.isEmpty()) {
                return new YamlMap(new Place.InFile(shownAs), new LinkedHashMap<>());
            }
            return new YamlTree(shownAs, dialect, problems).of(root.get());
        } catch (MarkedYamlEngineException e) {
            problems.add(SyntaxAdvice.of(e, shownAs));
        } catch (ReaderException e) {
            problems.add(Problem.wrong(
                            "the file holds a character that YAML does not allow: U+%04X".formatted(e.getCodePoint()),
                            new Place.InFile(shownAs))
                    .advise("write it as an escape in double quotes"));
        } catch (YamlEngineException e) {
            problems.add(
                    Problem.wrong("not valid YAML", new Place.InFile(shownAs)).because(e.getMessage()));
        }
        return null;
    }
}
