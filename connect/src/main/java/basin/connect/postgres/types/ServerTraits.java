package basin.connect.postgres.types;

/// What of a server the mapping of types depends on.
///
/// @param checksText false for the encoding SQL_ASCII, where text may hold any bytes
/// @param moneyScale decimal digits of the currency of `lc_monetary`
public record ServerTraits(boolean checksText, int moneyScale) {}
