package basin.app.progress;

/// Shows nothing.
final class SilentProgress implements Progress {

    private static final Task TASK = new Task() {
        @Override
        public void advance(long rows, long bytes) {}

        @Override
        public void resume(long rows, long bytes) {}

        @Override
        public void done() {}

        @Override
        public void failed(String reason) {}
    };

    @Override
    public Task task(String name, long expectedRows, long expectedBytes) {
        return TASK;
    }

    @Override
    public Watch watch(String what) {
        return () -> {};
    }

    @Override
    public void say(String line) {}

    @Override
    public void close() {}
}
