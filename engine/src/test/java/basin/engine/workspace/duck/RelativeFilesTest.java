package basin.engine.workspace.duck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeFilesTest {
    private final RelativeFiles files = new RelativeFiles(Path.of("/work/shop"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "from 'data/a.csv' -> from '/work/shop/data/a.csv'",
                "select * from x join 'a.parquet' using (id) -> select * from x join '/work/shop/a.parquet' using (id)",
                "from read_csv('a.txt', sep = ';') -> from read_csv('/work/shop/a.txt', sep = ';')",
                "from read_csv(['a.csv', './b/*.csv']) -> from read_csv(['/work/shop/a.csv', '/work/shop/b/*.csv'])",
                "from read_parquet('../data/*/x.parquet') -> from read_parquet('/work/data/*/x.parquet')",
                "copy t to 'out/it''s.csv' -> copy t to '/work/shop/out/it''s.csv'",
            })
    void beginInTheFolder(String script, String resolved) {
        assertThat(files.resolve(script)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "from '/data/a.csv'",
                "from 's3://bucket/a.csv'",
                "select trim('x' from 'a.b')",
                "where name is distinct from 'a.csv'",
                "select 'a.csv' as name",
                "select upper('a.csv')",
                "from read_csv('/a.txt', nullstr = 'n.a')",
                "from 'orders'",
            })
    void whatNamesNoFileOfTheFolderStays(String script) {
        assertThat(files.resolve(script)).isEqualTo(script);
    }
}
