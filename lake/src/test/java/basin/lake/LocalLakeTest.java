package basin.lake;

import java.nio.file.Path;

class LocalLakeTest extends LakeContract {
    @Override
    LakeSettings settings(Path folder) {
        return LakeSettings.local(folder.resolve("lake"), folder.resolve("system.db"));
    }
}
