package basin.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import basin.model.resource.Code;
import org.junit.jupiter.api.Test;

/// A line of SQL is followed back to the line of the model that made it.
final class LineMapTest {
    @Test
    void linesThatATemplateLeavesAloneStandForThemselves() {
        LineMap map = map("select\n  a,\n  b\nfrom t", "select\n  a,\n  b\nfrom t");
        assertThat(map.fileLine(1)).isEqualTo(1);
        assertThat(map.fileLine(4)).isEqualTo(4);
    }

    @Test
    void linesBehindALoopAreFoundAgain() {
        LineMap map = map(
                "{{ config() }}\nselect\n{% for x in y %}\n  {{ x }},\n{% endfor %}\n  last\nfrom t",
                "\nselect\n\n  a,\n\n  b,\n\n  last\nfrom t");
        assertThat(map.fileLine(2)).isEqualTo(2);
        assertThat(map.fileLine(4)).isBetween(3, 5);
        assertThat(map.fileLine(6)).isBetween(3, 5);
        assertThat(map.fileLine(8)).isEqualTo(6);
        assertThat(map.fileLine(9)).isEqualTo(7);
    }

    @Test
    void anExpressionAmongTextIsItsOwnLine() {
        LineMap map = map(
                "select a,\n  {{ money('b') }} as b,\n  {{ c }} as c\nfrom t",
                "select a,\n  b / 100 as b,\n  d as c\nfrom t");
        assertThat(map.fileLine(2)).isEqualTo(2);
        assertThat(map.fileLine(3)).isEqualTo(3);
    }

    @Test
    void aTemplateThatBeginsFurtherDownCountsFromThere() {
        Code code = Code.sql("select 1\nfrom t", 5);
        assertThat(LineMap.of(code, code.raw(), code.raw()).fileLine(2)).isEqualTo(6);
    }

    @Test
    void linesOfEphemeralModelsInFrontAreOfNoLine() {
        Code code = Code.sql("select 1\nfrom t", 1);
        LineMap map = LineMap.of(code, code.raw(), "with a as (\nselect 2\n)\n" + code.raw());
        assertThat(map.fileLine(2)).isZero();
        assertThat(map.fileLine(5)).isEqualTo(2);
    }

    private static LineMap map(String template, String body) {
        return LineMap.of(Code.sql(template, 1), body, body);
    }
}
