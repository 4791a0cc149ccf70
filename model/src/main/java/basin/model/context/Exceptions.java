package basin.model.context;

import basin.jinja.error.JinjaException;
import basin.jinja.value.HasAttributes;
import basin.model.host.Given;
import basin.model.host.Members;
import org.jspecify.annotations.Nullable;

/// `exceptions` in templates: ways to fail, each with a message, and one to warn.
record Exceptions(Messages messages) implements HasAttributes {
    private static final Members<Exceptions> MEMBERS = new Members<Exceptions>()
            .method("warn(msg, node=...)", (exceptions, given) -> {
                exceptions.messages.warn(String.valueOf(given.get("msg")));
                return "";
            })
            .method("raise_compiler_error(msg, node=...)", (_, given) -> fail(given))
            .method("raise_not_implemented(msg)", (_, given) -> fail(given))
            .method("raise_database_error(msg, node=...)", (_, given) -> fail(given))
            .method("raise_dependency_error(msg)", (_, given) -> fail(given))
            .method("raise_parsing_error(msg, node=...)", (_, given) -> fail(given))
            .method("raise_fail_fast_error(msg, node=...)", (_, given) -> fail(given))
            .method("raise_contract_error(yaml_columns, sql_columns)", (_, _) -> {
                throw JinjaException.of("the columns of the query are not those of the contract");
            })
            .method("missing_config(model, name)", (_, given) -> {
                throw JinjaException.of("the setting '" + given.text("name") + "' is missing");
            })
            .method("missing_materialization(model, adapter_type)", (_, given) -> {
                throw JinjaException.of("there is no such materialization for " + given.text("adapter_type"));
            })
            .method("missing_relation(relation, model=...)", (_, given) -> {
                throw JinjaException.of("there is no relation " + given.text("relation"));
            })
            .method("relation_wrong_type(relation, expected_type, model=...)", (_, given) -> {
                throw JinjaException.of(
                        "the relation " + given.text("relation") + " is not a " + given.text("expected_type"));
            })
            .method("column_type_missing(column_names)", (_, given) -> {
                throw JinjaException.of("the contract needs a data_type for " + given.text("column_names"));
            });

    @Override
    public @Nullable Object attribute(String name) {
        return MEMBERS.of(this, name);
    }

    private static Object fail(Given given) {
        throw JinjaException.of(String.valueOf(given.get("msg")));
    }
}
