package basin.model.resource;

/// A statement that a project runs before or after everything else.
///
/// @param index its place among the hooks of its package and moment, from 0
public record Hook(Moment moment, int index) implements Kind {

    /// When it runs.
    public enum Moment {
        ON_RUN_START("on-run-start"),
        ON_RUN_END("on-run-end");

        private final String word;

        Moment(String word) {
            this.word = word;
        }

        /// The key in `dbt_project.yml`.
        public String word() {
            return word;
        }
    }
}
