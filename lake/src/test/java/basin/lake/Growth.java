package basin.lake;

/// One way in which a source's table changes.
///
/// @param choice picks what it happens to, among all it could happen to
record Growth(Kind kind, int choice) {
    enum Kind {
        /// A column of a simple type.
        ADD_VALUE,
        /// A column that is a struct, a list of structs, or a map to structs.
        ADD_NESTED,
        /// A field in one of the structs.
        ADD_FIELD,
        /// A type that holds more values.
        WIDEN,
        /// A column or field that is there no more.
        DROP,
        /// A column under another name.
        RENAME
    }
}
