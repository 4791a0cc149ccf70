package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basin.core.problem.ProblemException;
import basin.model.config.Config;
import basin.model.resource.Column;
import basin.model.resource.Documentation;
import basin.model.resource.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A model whose contract is enforced has the columns that the contract says.
final class ContractTest {
    private final DuckDbSession duck = new DuckDbSession();

    @AfterEach
    void close() {
        duck.close();
    }

    @Test
    void theSameColumnsInOtherWordsAreFine() {
        assertThatCode(() -> check(
                        "select 1 as ID, 'a' as name, 1.5 as price",
                        Map.of("id", "int", "name", "text", "price", "numeric(18, 3)")))
                .doesNotThrowAnyException();
    }

    @Test
    void everyDifferenceIsTold() {
        assertThatThrownBy(() -> check("select 'x' as id, 2 as more", Map.of("id", "int", "gone", "date")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problems().getFirst().why())
                                .contains("'id' is VARCHAR in the query and INTEGER in the contract")
                                .contains("the query has no column 'gone'")
                                .contains("the contract has no column 'more'"));
    }

    private void check(String sql, Map<String, String> types) {
        Map<String, Column> columns = new LinkedHashMap<>();
        types.forEach((name, type) ->
                columns.put(name, new Column(name, "", type, null, List.of(), Map.of(), List.of(), null)));
        Node plain = new ProjectText().model("m", sql).node("m");
        Map<String, @Nullable Object> config =
                new LinkedHashMap<>(plain.config().values());
        config.put("contract", Map.of("enforced", true));
        Node node = new Node(
                plain.identity(),
                plain.kind(),
                plain.code(),
                new Documentation("", columns, Map.of(), true, null, null, null),
                new Config(config),
                plain.relation(),
                plain.dependencies());
        Contract.check(new Compiled(node, sql, List.of(), sql), duck);
    }
}
