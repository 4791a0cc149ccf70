package basin.model.context;

import basin.jinja.value.HasAttributes;
import basin.model.host.Members;
import org.jspecify.annotations.Nullable;

/// What a database said to a statement, as `load_result('main').response` shows it. It prints as the message.
///
/// @param message such as `OK` or `SELECT 100`
/// @param code the kind of statement, where it is known
/// @param rowsAffected -1 where the database does not say
record Response(String message, @Nullable String code, long rowsAffected) implements HasAttributes {
    private static final Members<Response> MEMBERS = new Members<Response>()
            .property("_message", Response::message)
            .property("message", Response::message)
            .property("code", Response::code)
            .property("rows_affected", Response::rowsAffected)
            .property("query_id", _ -> null);

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    @Override
    public String toString() {
        return message;
    }
}
