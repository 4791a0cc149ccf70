package basin.model.selection;

import basin.model.resource.Model;
import basin.model.resource.Node;
import basin.model.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether a name selects a resource: its own name, or the beginning of its fully qualified name, with or without the
/// package. From the first part with a wildcard on, the rest of the qualified name has to match: `marts.orders`,
/// `shop.marts`, `orders.v2`, `staging.stg_*`.
final class NameMatch {
    private final String selector;
    private final List<String> parts;

    NameMatch(String selector) {
        this.selector = selector;
        this.parts = Arrays.asList(selector.split("\\."));
    }

    boolean fits(Resource resource) {
        List<String> fqn = resource.identity().fqn();
        boolean versioned =
                resource instanceof Node node && node.kind() instanceof Model model && model.version() != null;
        return fits(fqn, versioned) || (fqn.size() > 1 && fits(fqn.subList(1, fqn.size()), versioned));
    }

    private boolean fits(List<String> fqn, boolean versioned) {
        return isName(fqn, versioned) || isBeginning(fqn);
    }

    private boolean isName(List<String> fqn, boolean versioned) {
        String last = fqn.getLast();
        if (!versioned || fqn.size() < 2) {
            return selector.equals(last);
        }
        String name = fqn.get(fqn.size() - 2);
        return selector.equals(name) || selector.equals(name + "." + last) || selector.equals(name + "_" + last);
    }

    private boolean isBeginning(List<String> fqn) {
        // A name may hold dots itself.
        List<String> flat = new ArrayList<>();
        fqn.forEach(part -> flat.addAll(Arrays.asList(part.split("\\."))));
        if (flat.size() < parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (Glob.isGlob(parts.get(i))) {
                String rest = String.join(".", flat.subList(i, flat.size()));
                return Glob.ofName(String.join(".", parts.subList(i, parts.size())))
                        .matches(rest);
            }
            if (!parts.get(i).equals(flat.get(i))) {
                return false;
            }
        }
        return true;
    }
}
