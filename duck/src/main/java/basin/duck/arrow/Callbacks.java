package basin.duck.arrow;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// The functions that C code calls, made once for all streams; each finds its object by the handle in the
/// structure it is given. DuckDB may call them from any of its threads. None lets an exception out, since
/// that would end the process.
final class Callbacks {

    static final Handles<ArrowStream> STREAMS = new Handles<>();
    static final Handles<Frame> FRAMES = new Handles<>();

    private static final FunctionDescriptor ASK =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final FunctionDescriptor TEXT = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS);

    static final MemorySegment GET_SCHEMA = function("getSchema", ASK);
    static final MemorySegment GET_NEXT = function("getNext", ASK);
    static final MemorySegment GET_LAST_ERROR = function("getLastError", TEXT);
    static final MemorySegment RELEASE_STREAM = function("releaseStream", RELEASE);
    static final MemorySegment RELEASE_SCHEMA = function("releaseSchema", RELEASE);
    static final MemorySegment RELEASE_BATCH = function("releaseBatch", RELEASE);
    static final MemorySegment RELEASE_COLUMN = function("releaseColumn", RELEASE);

    private static final int OK = 0;
    private static final int EIO = 5;

    private Callbacks() {}

    static int getSchema(MemorySegment stream, MemorySegment out) {
        return STREAMS.get(StreamStruct.at(stream).handle()).writeSchema(SchemaStruct.at(out)) ? OK : EIO;
    }

    static int getNext(MemorySegment stream, MemorySegment out) {
        return STREAMS.get(StreamStruct.at(stream).handle()).lendNext(ArrayStruct.at(out)) ? OK : EIO;
    }

    static MemorySegment getLastError(MemorySegment stream) {
        return STREAMS.get(StreamStruct.at(stream).handle()).lastError();
    }

    static void releaseStream(MemorySegment stream) {
        StreamStruct.at(stream).markReleased();
    }

    /// The memory of a schema stays with its stream.
    static void releaseSchema(MemorySegment schema) {
        SchemaStruct.at(schema).markReleased();
    }

    static void releaseBatch(MemorySegment array) {
        ArrayStruct struct = ArrayStruct.at(array);
        struct.markReleased();
        FRAMES.get(struct.handle()).takeBack();
    }

    /// The memory of a column goes back with its batch.
    static void releaseColumn(MemorySegment array) {
        ArrayStruct.at(array).markReleased();
    }

    private static MemorySegment function(String name, FunctionDescriptor signature) {
        try {
            MethodType type = signature.toMethodType();
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup().findStatic(Callbacks.class, name, type), signature, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
