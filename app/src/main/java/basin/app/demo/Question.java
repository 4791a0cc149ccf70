package basin.app.demo;

/// What somebody in the company wants to know.
///
/// @param title in the words of business: the comment in the first line of its file
/// @param sql   what answers it: the whole file
public record Question(String title, String sql) {

    static Question of(String file) {
        String first = file.lines().findFirst().orElse("");
        return new Question(first.replaceFirst("^--\\s*", ""), file);
    }
}
