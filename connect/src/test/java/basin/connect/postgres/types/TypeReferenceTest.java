package basin.connect.postgres.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypeReferenceTest {

    private static final Path PAGE = Path.of("../docs/postgres-types.md");

    @Test
    void thePageInTheDocsSaysWhatTheTableSays() throws IOException {
        String rows = TypeTable.lines().stream()
                .map(line -> "| %s | %s | %s |\n".formatted(line.postgres(), line.lake(), line.remark()))
                .collect(Collectors.joining());
        String table = "| Postgres | lake | |\n|---|---|---|\n" + rows;
        assertThat(Files.readString(PAGE))
                .as("replace the table in " + PAGE.getFileName() + " by this one")
                .contains(table);
    }
}
