package basin.duck;

import static org.assertj.core.api.Assertions.assertThat;

import basin.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckProblemsTest {

    /// What a thread in the background says comes as JSON, with advice about settings that nobody can reach.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Out of Memory Error: no room for 256.0 KiB\n\nPossible solutions:\n* SET threads=X",
                "Out of Memory Error: {\"exception_type\":\"Out of Memory\",\"exception_message\":\"no room for 256.0 KiB"
                        + "\\n\\nPossible solutions:\\n* SET threads=X\"}"
            })
    void tooLittleMemoryIsSaidInOurWords(String message) {
        Problem problem = DuckProblems.of(message).problems().getFirst();

        assertThat(problem.why()).endsWith("no room for 256.0 KiB");
        assertThat(problem.remedy()).contains("'memory' in basin.yml");
        assertThat(problem.toString()).doesNotContain("SET threads", "exception_type");
    }
}
