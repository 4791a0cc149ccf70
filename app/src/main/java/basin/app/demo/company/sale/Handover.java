package basin.app.demo.company.sale;

/// How a line came into the customer's hands.
///
/// @param at microseconds since 1970 in UTC
/// @param late whether that was after the day it was promised for
record Handover(long at, boolean late) {}
