package basin.model.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TemplateBlockTest {
    @Test
    void blocksAreFoundAmongOtherTags() {
        String text = """
                {% set x = 1 %}
                {%- snapshot first -%}
                select {% if true %} 1 {% endif %}
                {%- endsnapshot -%}
                {% snapshot second %}{% endsnapshot %}
                """;

        assertThat(TemplateBlock.in(text, "snapshot"))
                .extracting(TemplateBlock::name)
                .containsExactly("first", "second");
        assertThat(TemplateBlock.in(text, "snapshot").getFirst().contents())
                .isEqualTo("\nselect {% if true %} 1 {% endif %}\n");
        assertThat(TemplateBlock.in(text, "docs")).isEmpty();
    }

    @Test
    void commentsAndRawTextHoldNone() {
        assertThat(TemplateBlock.in(
                        "{# {% docs a %}{% enddocs %} #}{% raw %}{% docs b %}{% enddocs %}{% endraw %}", "docs"))
                .isEmpty();
    }

    @Test
    void aBlockWithoutAnEndIsLeftOut() {
        assertThat(TemplateBlock.in("{% docs a %} text", "docs")).isEmpty();
    }
}
