package basin.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds a cycle in what depends on what.
final class Cycles {
    private enum State {
        OPEN,
        DONE
    }

    private final Map<String, List<String>> needs;
    private final Map<String, State> states = new HashMap<>();

    /// @param needs what each one depends on; names that are no keys depend on nothing
    Cycles(Map<String, List<String>> needs) {
        this.needs = needs;
    }

    /// One cycle, its first member also at the end, in the order in which each depends on the next; null if there is
    /// none.
    @Nullable
    List<String> find() {
        for (String start : needs.keySet()) {
            List<String> cycle = from(start);
            if (cycle != null) {
                return cycle;
            }
        }
        return null;
    }

    /// Walks with a stack of its own: a chain of models may be longer than the thread's.
    private @Nullable List<String> from(String start) {
        if (states.containsKey(start)) {
            return null;
        }
        List<String> path = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        open(start, path, next);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            String id = path.get(top);
            List<String> needed = needs.getOrDefault(id, List.of());
            int i = next.get(top);
            if (i == needed.size()) {
                states.put(id, State.DONE);
                path.removeLast();
                next.removeLast();
                continue;
            }
            next.set(top, i + 1);
            String parent = needed.get(i);
            State state = states.get(parent);
            if (state == State.OPEN) {
                List<String> cycle = new ArrayList<>(path.subList(path.indexOf(parent), path.size()));
                cycle.add(parent);
                return cycle;
            }
            if (state == null && needs.containsKey(parent)) {
                open(parent, path, next);
            }
        }
        return null;
    }

    private void open(String id, List<String> path, List<Integer> next) {
        states.put(id, State.OPEN);
        path.add(id);
        next.add(0);
    }
}
