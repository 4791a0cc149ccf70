package basin.model.properties;

import basin.core.problem.Place;
import basin.core.problem.Suggestion;
import basin.model.document.Reading;
import basin.model.document.ValueTemplates;
import basin.model.project.TextFile;
import basin.model.resource.Doc;
import basin.model.resource.Identity;
import basin.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The docs blocks of a project and its packages, and descriptions that use them.
final class DocsBlocks {
    private static final Pattern DOC = Pattern.compile(
            "\\{\\{-?\\s*doc\\(\\s*(?:['\"](\\w+)['\"]\\s*,\\s*)?['\"]([^'\"]+)['\"]\\s*,?\\s*\\)\\s*-?}}");

    private final Map<String, Doc> byId = new LinkedHashMap<>();
    private final String rootPackage;

    DocsBlocks(String rootPackage) {
        this.rootPackage = rootPackage;
    }

    /// Takes the blocks of a file.
    void read(TextFile file, Reading reading) {
        for (TemplateBlock block : TemplateBlock.in(file.text(), "docs")) {
            Place.InFile place = file.line(file.lineAt(block.start()));
            String id = "doc." + file.packageName() + "." + block.name();
            Identity identity = new Identity(
                    ResourceType.DOC,
                    id,
                    file.packageName(),
                    block.name(),
                    List.of(file.packageName(), block.name()),
                    file.path(),
                    file.originalPath(),
                    place);
            Doc first = byId.putIfAbsent(id, new Doc(identity, block.contents().strip()));
            if (first != null) {
                reading.findings()
                        .mistake(
                                "there are two docs blocks '" + block.name() + "'",
                                place,
                                "the other is at " + first.identity().place() + "; rename one");
            }
        }
    }

    /// All blocks.
    List<Doc> all() {
        return List.copyOf(byId.values());
    }

    /// A description with the blocks that it names in place.
    ///
    /// @param text as written; null if there is none
    /// @param packageName whose description it is
    String description(@Nullable String text, String packageName, Place.InFile place, Reading reading) {
        if (text == null) {
            return "";
        }
        if (!ValueTemplates.isTemplate(text)) {
            return text;
        }
        Matcher doc = DOC.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (doc.find()) {
            Doc found = find(doc.group(1), doc.group(2), packageName);
            if (found == null) {
                reading.findings()
                        .mistake(
                                "there is no docs block '" + doc.group(2) + "'",
                                place,
                                Suggestion.didYouMean(doc.group(2), names()));
            }
            doc.appendReplacement(filled, Matcher.quoteReplacement(found == null ? "" : found.contents()));
        }
        return doc.appendTail(filled).toString();
    }

    private @Nullable Doc find(@Nullable String inPackage, String name, String packageName) {
        if (inPackage != null) {
            return byId.get("doc." + inPackage + "." + name);
        }
        Doc own = byId.get("doc." + packageName + "." + name);
        if (own != null) {
            return own;
        }
        Doc ofRoot = byId.get("doc." + rootPackage + "." + name);
        return ofRoot != null
                ? ofRoot
                : byId.values().stream()
                        .filter(doc -> doc.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        byId.values().forEach(doc -> names.add(doc.name()));
        return names;
    }
}
