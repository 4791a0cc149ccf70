package basin.app.build;

import basin.app.progress.Progress;
import basin.model.context.Messages;

/// What templates say: on the screen, between the lines of progress.
final class Spoken implements Messages {
    private static final System.Logger LOG = System.getLogger(Spoken.class.getName());

    private final Progress progress;

    Spoken(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void log(String text, boolean info) {
        if (info) {
            progress.say(text);
        } else {
            LOG.log(System.Logger.Level.DEBUG, text);
        }
    }

    @Override
    public void print(String text) {
        progress.say(text);
    }

    @Override
    public void warn(String text) {
        progress.say("warning: " + text);
    }
}
