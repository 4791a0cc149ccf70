package basin.testkit.disk;

/// What the kernel calls things on one kind of processor.
///
/// @param audit the number of its system call table (`linux/audit.h`)
/// @param write the number of `write(2)`
/// @param writeAt the number of `pwrite64(2)`
record Machine(int audit, int write, int writeAt) {

    /// That of this JVM.
    static Machine present() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> new Machine(0xC000003E, 1, 18);
            case "aarch64" -> new Machine(0xC00000B7, 64, 68);
            default -> throw new IllegalStateException("no system call numbers are known for " + name);
        };
    }
}
