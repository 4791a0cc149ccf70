package basin.connect.postgres.plan;

import basin.connect.postgres.catalog.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which stream each table's own rows belong to, so that every row is loaded once.
///
/// A partition belongs to its partitioned table wherever that is chosen. A child in the older kind of inheritance
/// is a stream of its own where it is chosen itself, and otherwise belongs to its parent. What is excluded belongs
/// nowhere, nor does what is below it.
final class Ownership {

    private final Map<Long, Relation> byOid = new HashMap<>();
    private final Predicate<Relation> chosen;
    private final Predicate<Relation> excluded;
    private final Map<Long, Optional<Relation>> owners = new HashMap<>();
    private final Map<Long, List<Relation>> parts = new HashMap<>();

    /// @param relations all there are
    Ownership(List<Relation> relations, Predicate<Relation> chosen, Predicate<Relation> excluded) {
        this.chosen = chosen;
        this.excluded = excluded;
        relations.forEach(relation -> byOid.put(relation.oid(), relation));
        for (Relation relation : relations) {
            owner(relation).ifPresent(owner -> {
                List<Relation> own = parts.computeIfAbsent(owner.oid(), _ -> new ArrayList<>());
                if (relation.kind() != Relation.Kind.PARTITIONED_TABLE) {
                    own.add(relation);
                }
            });
        }
    }

    /// Whether it is a stream, as far as the settings go.
    boolean isOwner(Relation relation) {
        return owner(relation).filter(owner -> owner.oid() == relation.oid()).isPresent();
    }

    /// What holds the rows of a stream, itself included if it has rows of its own.
    List<Relation> parts(Relation owner) {
        return parts.getOrDefault(owner.oid(), List.of());
    }

    private Optional<Relation> owner(Relation relation) {
        Optional<Relation> known = owners.get(relation.oid());
        if (known == null) {
            known = findOwner(relation);
            owners.put(relation.oid(), known);
        }
        return known;
    }

    private Optional<Relation> findOwner(Relation relation) {
        if (excluded.test(relation)) {
            return Optional.empty();
        }
        if (chosen.test(relation) && !relation.partition()) {
            return Optional.of(relation);
        }
        Optional<Relation> parents = relation.parents().stream()
                .map(byOid::get)
                .filter(parent -> parent != null)
                .flatMap(parent -> owner(parent).stream())
                .findFirst();
        boolean belowExcluded =
                relation.parents().stream().map(byOid::get).anyMatch(parent -> parent != null && excluded.test(parent));
        return parents.isPresent() || belowExcluded || !chosen.test(relation) ? parents : Optional.of(relation);
    }
}
