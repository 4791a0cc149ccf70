package basin.testkit.disk;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A program for the kernel's packet filter (classic BPF), by which it answers large writes with `ENOSPC`.
///
/// @param room how many bytes are too many
record WriteFilter(Machine machine, int room) {

    /// The size of `struct sock_filter`: code, where to jump if true and if not, and an operand.
    static final int INSTRUCTION_BYTES = 8;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    // Offsets in struct seccomp_data; of the third argument, the count, the lower half
    private static final int CALL = 0;
    private static final int MACHINE = 4;
    private static final int COUNT = 32;

    private static final int ALLOW = 0x7FFF0000;
    private static final int NO_SPACE = 0x00050000 | 28;

    /// The instructions, one after the other; they live as long as the arena.
    MemorySegment program(Arena arena) {
        int[][] instructions = {
            {LOAD, 0, 0, MACHINE},
            {IF_EQUAL, 0, 5, machine.audit()},
            {LOAD, 0, 0, CALL},
            {IF_EQUAL, 1, 0, machine.write()},
            {IF_EQUAL, 0, 2, machine.writeAt()},
            {LOAD, 0, 0, COUNT},
            {IF_AT_LEAST, 1, 0, room},
            {RETURN, 0, 0, ALLOW},
            {RETURN, 0, 0, NO_SPACE},
        };
        MemorySegment program = arena.allocate((long) instructions.length * INSTRUCTION_BYTES, Integer.BYTES);
        for (int i = 0; i < instructions.length; i++) {
            long at = (long) i * INSTRUCTION_BYTES;
            program.set(JAVA_SHORT, at, (short) instructions[i][0]);
            program.set(JAVA_BYTE, at + 2, (byte) instructions[i][1]);
            program.set(JAVA_BYTE, at + 3, (byte) instructions[i][2]);
            program.set(JAVA_INT, at + 4, instructions[i][3]);
        }
        return program;
    }
}
