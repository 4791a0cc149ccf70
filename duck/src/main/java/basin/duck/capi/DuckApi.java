package basin.duck.capi;

import static basin.duck.capi.CFunction.named;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/// The functions of `duckdb.h` that are called here, each under its name there without the prefix `duckdb_`.
///
/// As in C, a function that makes something writes a handle where its last pointer says, and one that destroys
/// something takes a pointer to the handle. Those that return a number return 0 for success unless said otherwise.
/// A call may last as long as the statement it runs; a handle must not be used once it is destroyed.
public final class DuckApi {

    /// `duckdb_result`, passed by value to [#FETCH_CHUNK] alone.
    public static final StructLayout RESULT =
            MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);

    // Instances and connections

    public static final CFunction CREATE_CONFIG = named("create_config", JAVA_INT, ADDRESS);
    public static final CFunction SET_CONFIG = named("set_config", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    public static final CFunction DESTROY_CONFIG = named("destroy_config", null, ADDRESS);
    public static final CFunction OPEN_EXT = named("open_ext", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    public static final CFunction CLOSE = named("close", null, ADDRESS);
    public static final CFunction CONNECT = named("connect", JAVA_INT, ADDRESS, ADDRESS);
    public static final CFunction DISCONNECT = named("disconnect", null, ADDRESS);

    /// May be called from any thread while the connection is open.
    public static final CFunction INTERRUPT = named("interrupt", null, ADDRESS);

    // Statements

    /// Runs a statement; of its result, only whether it failed is known where the last pointer is null.
    public static final CFunction QUERY = named("query", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);

    public static final CFunction PREPARE = named("prepare", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    public static final CFunction PREPARE_ERROR = named("prepare_error", ADDRESS, ADDRESS);
    public static final CFunction DESTROY_PREPARE = named("destroy_prepare", null, ADDRESS);

    /// Returns a count.
    public static final CFunction PREPARED_STATEMENT_COLUMN_COUNT =
            named("prepared_statement_column_count", JAVA_LONG, ADDRESS);

    /// Returns a text to be given to [#FREE].
    public static final CFunction PREPARED_STATEMENT_COLUMN_NAME =
            named("prepared_statement_column_name", ADDRESS, ADDRESS, JAVA_LONG);

    public static final CFunction PREPARED_STATEMENT_COLUMN_LOGICAL_TYPE =
            named("prepared_statement_column_logical_type", ADDRESS, ADDRESS, JAVA_LONG);
    public static final CFunction PENDING_PREPARED_STREAMING =
            named("pending_prepared_streaming", JAVA_INT, ADDRESS, ADDRESS);
    public static final CFunction PENDING_ERROR = named("pending_error", ADDRESS, ADDRESS);
    public static final CFunction EXECUTE_PENDING = named("execute_pending", JAVA_INT, ADDRESS, ADDRESS);
    public static final CFunction DESTROY_PENDING = named("destroy_pending", null, ADDRESS);

    // Results

    public static final CFunction RESULT_ERROR = named("result_error", ADDRESS, ADDRESS);
    public static final CFunction DESTROY_RESULT = named("destroy_result", null, ADDRESS);

    /// Returns a chunk of some 2,000 rows, or null at the end and after an error.
    public static final CFunction FETCH_CHUNK = named("fetch_chunk", ADDRESS, RESULT);

    public static final CFunction DATA_CHUNK_GET_SIZE = named("data_chunk_get_size", JAVA_LONG, ADDRESS);
    public static final CFunction DESTROY_DATA_CHUNK = named("destroy_data_chunk", null, ADDRESS);

    // Arrow

    /// Makes a view that reads an Arrow C stream, once.
    public static final CFunction ARROW_SCAN = named("arrow_scan", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);

    public static final CFunction CONNECTION_GET_ARROW_OPTIONS =
            named("connection_get_arrow_options", null, ADDRESS, ADDRESS);
    public static final CFunction DESTROY_ARROW_OPTIONS = named("destroy_arrow_options", null, ADDRESS);

    /// Returns an error, or null.
    public static final CFunction DATA_CHUNK_TO_ARROW =
            named("data_chunk_to_arrow", ADDRESS, ADDRESS, ADDRESS, ADDRESS);

    public static final CFunction ERROR_DATA_MESSAGE = named("error_data_message", ADDRESS, ADDRESS);
    public static final CFunction DESTROY_ERROR_DATA = named("destroy_error_data", null, ADDRESS);

    // Types

    /// Returns a value of the enumeration `duckdb_type`.
    public static final CFunction GET_TYPE_ID = named("get_type_id", JAVA_INT, ADDRESS);

    public static final CFunction DECIMAL_WIDTH = named("decimal_width", JAVA_BYTE, ADDRESS);
    public static final CFunction DECIMAL_SCALE = named("decimal_scale", JAVA_BYTE, ADDRESS);
    public static final CFunction LIST_TYPE_CHILD_TYPE = named("list_type_child_type", ADDRESS, ADDRESS);
    public static final CFunction ARRAY_TYPE_CHILD_TYPE = named("array_type_child_type", ADDRESS, ADDRESS);
    public static final CFunction MAP_TYPE_KEY_TYPE = named("map_type_key_type", ADDRESS, ADDRESS);
    public static final CFunction MAP_TYPE_VALUE_TYPE = named("map_type_value_type", ADDRESS, ADDRESS);

    /// Returns a count.
    public static final CFunction STRUCT_TYPE_CHILD_COUNT = named("struct_type_child_count", JAVA_LONG, ADDRESS);

    /// Returns a text to be given to [#FREE].
    public static final CFunction STRUCT_TYPE_CHILD_NAME = named("struct_type_child_name", ADDRESS, ADDRESS, JAVA_LONG);

    public static final CFunction STRUCT_TYPE_CHILD_TYPE = named("struct_type_child_type", ADDRESS, ADDRESS, JAVA_LONG);
    public static final CFunction DESTROY_LOGICAL_TYPE = named("destroy_logical_type", null, ADDRESS);

    public static final CFunction FREE = named("free", null, ADDRESS);

    private DuckApi() {}
}
