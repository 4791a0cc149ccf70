package basin.run.build;

import basin.core.problem.ProblemException;
import basin.run.build.StepResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs a plan: several steps at a time, each once all it waits for has gone well. A step that fails takes
/// with it those that wait for it, and no others.
///
/// Of steps that could run, the one with the longest chain of steps behind it comes first.
public final class Build {
    private final BuildPlan plan;
    private final StepRunner runner;
    private final BuildListener listener;
    private final Clock clock;
    private final boolean failFast;
    private final Map<String, Step> waiting = new LinkedHashMap<>();
    private final Map<String, List<Step>> behind = new HashMap<>();
    private final Map<String, Integer> depth = new HashMap<>();
    private final PriorityQueue<Step> ready;
    private final Set<String> good = new HashSet<>();
    private final List<StepResult> results = new ArrayList<>();
    private int turns;
    private int running;
    private boolean stopped;
    private @Nullable Throwable broken;

    /// @param runner does one step; called by several threads
    /// @param failFast whether the first failure ends the build
    public Build(BuildPlan plan, StepRunner runner, BuildListener listener, Clock clock, boolean failFast) {
        this.plan = plan;
        this.runner = runner;
        this.listener = listener;
        this.clock = clock;
        this.failFast = failFast;
        for (Step step : plan.steps().reversed()) {
            int longest = 0;
            for (Step next : behind.getOrDefault(step.uniqueId(), List.of())) {
                longest = Math.max(longest, 1 + depth.getOrDefault(next.uniqueId(), 0));
            }
            depth.put(step.uniqueId(), longest);
            step.after()
                    .forEach(id ->
                            behind.computeIfAbsent(id, _ -> new ArrayList<>()).add(step));
        }
        Map<String, Integer> place = new HashMap<>();
        plan.steps().forEach(step -> place.put(step.uniqueId(), place.size()));
        this.ready = new PriorityQueue<>(Comparator.comparingInt((Step step) -> -depth.getOrDefault(step.uniqueId(), 0))
                .thenComparingInt(step -> place.getOrDefault(step.uniqueId(), 0)));
    }

    /// Does one step.
    @FunctionalInterface
    public interface StepRunner {
        /// @return what became of it; whatever is wrong with it is in there
        StepResult run(Step step);
    }

    /// Runs the plan. To be called once; interrupting the calling thread lets the steps that run come to their end, and
    /// no other begin.
    ///
    /// @param threads how many steps may run at once, at least 1
    public BuildReport run(int threads) {
        Instant start = clock.instant();
        for (Step step : plan.steps()) {
            if (step.after().isEmpty()) {
                ready.add(step);
            } else {
                waiting.put(step.uniqueId(), step);
            }
        }
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= Math.min(threads, plan.steps().size()); i++) {
            workers.add(Thread.ofPlatform().name("thread-" + i).start(this::work));
        }
        workers.forEach(this::await);
        throwIfBroken();
        leaveOutWaiting();
        return new BuildReport(results, start, Duration.between(start, clock.instant()));
    }

    private void await(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException _) {
                interrupted = true;
                stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void throwIfBroken() {
        switch (broken) {
            case null -> {}
            case Error error -> throw error;
            case ProblemException problem -> throw problem;
            default -> throw new IllegalStateException("a step was not carried out", broken);
        }
    }

    /// Lets no other step begin; from any thread.
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void work() {
        try {
            for (Turn turn = next(); turn != null; turn = next()) {
                end(runner.run(turn.step()), turn.index());
            }
        } catch (RuntimeException | Error e) {
            breakOff(e);
        }
    }

    /// Ends the build because of a mistake of the program; what it was is for whoever called.
    private synchronized void breakOff(Throwable mistake) {
        running--;
        stopped = true;
        if (broken == null) {
            broken = mistake;
        }
        notifyAll();
    }

    private record Turn(Step step, int index) {}

    private synchronized @Nullable Turn next() {
        while (ready.isEmpty() && running > 0 && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
        if (ready.isEmpty() || stopped) {
            return null;
        }
        Step step = ready.remove();
        running++;
        turns++;
        listener.started(step, turns, plan.steps().size());
        return new Turn(step, turns);
    }

    private synchronized void end(StepResult result, int index) {
        running--;
        tell(result, index);
        if (result.outcome().isGood()) {
            good.add(result.uniqueId());
            for (Step next : behind.getOrDefault(result.uniqueId(), List.of())) {
                if (waiting.containsKey(next.uniqueId()) && good.containsAll(next.after())) {
                    waiting.remove(next.uniqueId());
                    ready.add(next);
                }
            }
        } else {
            stopped |= failFast;
            leaveOut(result);
        }
        notifyAll();
    }

    /// Leaves out all that waits for a step that failed, at any distance.
    private void leaveOut(StepResult failed) {
        List<String> open = new ArrayList<>(List.of(failed.uniqueId()));
        while (!open.isEmpty()) {
            for (Step next : behind.getOrDefault(open.removeLast(), List.of())) {
                if (waiting.remove(next.uniqueId()) != null) {
                    leaveOut(next, "because " + failed.resource().name() + " failed");
                    open.add(next.uniqueId());
                }
            }
        }
    }

    private synchronized void leaveOutWaiting() {
        List<Step> left = new ArrayList<>(ready);
        left.addAll(waiting.values());
        left.forEach(step -> leaveOut(step, failFast ? "because another failed" : "because the build was stopped"));
        ready.clear();
        waiting.clear();
    }

    private void leaveOut(Step step, String why) {
        turns++;
        tell(
                new StepResult(
                        step.resource(),
                        Outcome.SKIPPED,
                        clock.instant(),
                        Duration.ZERO,
                        Thread.currentThread().getName(),
                        -1,
                        0,
                        why,
                        null,
                        List.of()),
                turns);
    }

    private void tell(StepResult result, int index) {
        results.add(result);
        listener.ended(result, index, plan.steps().size());
    }
}
