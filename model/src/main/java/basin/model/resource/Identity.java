package basin.model.resource;

import basin.core.problem.Place;
import java.util.List;

/// Which thing it is, and where it is written.
///
/// @param uniqueId `model.shop.orders`: unlike every other of the project and its packages
/// @param packageName the project or package it belongs to
/// @param fqn the package, the folders below the resource path, and the name: what configuration trees and the
/// selector method `fqn` go by
/// @param path relative to the resource path, with `/`: `staging/orders.sql`
/// @param originalPath relative to the package's folder, with `/`: `models/staging/orders.sql`
/// @param place where it is written: the file relative to the root project's folder, and the line
public record Identity(
        ResourceType type,
        String uniqueId,
        String packageName,
        String name,
        List<String> fqn,
        String path,
        String originalPath,
        Place.InFile place) {
    public Identity {
        fqn = List.copyOf(fqn);
    }
}
