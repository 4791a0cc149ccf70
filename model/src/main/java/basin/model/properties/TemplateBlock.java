package basin.model.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block that stands for a resource of its own: `{% snapshot orders %} ... {% endsnapshot %}`.
///
/// @param name the word behind the block's kind
/// @param contents what stands between the tags
/// @param start where the opening tag begins in the text
/// @param contentsStart where `contents` begins in the text
record TemplateBlock(String name, String contents, int start, int contentsStart) {
    private static final Pattern TAG =
            Pattern.compile("\\{#.*?#}|\\{%[-+]?\\s*(\\w+)\\s*(\\w+)?.*?[-+]?%}", Pattern.DOTALL);

    /// The blocks of a kind in a text, in order. Comments, and what stands between `{% raw %}` and `{% endraw %}`, hold
    /// none. A block without an end is left out.
    ///
    /// @param kind `snapshot` or `docs`
    static List<TemplateBlock> in(String text, String kind) {
        List<TemplateBlock> blocks = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        String endOfRaw = "endraw";
        boolean raw = false;
        String name = null;
        int start = 0;
        int contents = 0;
        while (tag.find()) {
            String word = tag.group(1);
            if (word == null) {
                continue;
            }
            if (raw) {
                raw = !word.equals(endOfRaw);
            } else if (word.equals("raw")) {
                raw = true;
            } else if (name == null && word.equals(kind) && tag.group(2) != null) {
                name = tag.group(2);
                start = tag.start();
                contents = tag.end();
            } else if (name != null && word.equals("end" + kind)) {
                blocks.add(new TemplateBlock(name, text.substring(contents, tag.start()), start, contents));
                name = null;
            }
        }
        return blocks;
    }
}
