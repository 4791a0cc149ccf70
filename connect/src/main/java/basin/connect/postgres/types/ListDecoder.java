package basin.connect.postgres.types;

import static basin.connect.postgres.types.BigEndian.getInt;

import basin.core.rows.Column;

/// An array into a list.
///
/// The binary form: the number of dimensions (none for an empty array), whether there are nulls, the element's
/// type, length and lower bound of each dimension, and the elements, each behind its length or -1 for null.
/// Postgres does not tie a column to a number of dimensions or to lower bounds of 1; a list has one dimension and
/// no bounds.
record ListDecoder(Decoder element) implements Decoder {

    static final int HEADER = 12;
    static final int PER_DIMENSION = 8;
    static final String REMEDY = "load the column with 'as: text'";

    @Override
    public void decode(byte[] message, int at, int length, Column into) throws Unfit {
        int dimensions = getInt(message, at);
        if (dimensions == 0) {
            into.appendParts();
            return;
        }
        Column elements = into.children().getFirst();
        if (dimensions > 1) {
            throw new Unfit(
                    "an array of " + dimensions + " dimensions",
                    ValueText.array(message, at, element, elements),
                    "is no list",
                    REMEDY);
        }
        int size = getInt(message, at + HEADER);
        int lowerBound = getInt(message, at + HEADER + 4);
        if (lowerBound != 1) {
            throw new Unfit(
                    "an array that is numbered from " + lowerBound,
                    ValueText.array(message, at, element, elements),
                    "is no list, which would lose the numbering",
                    REMEDY);
        }
        int next = at + HEADER + PER_DIMENSION;
        for (int i = 0; i < size; i++) {
            int bytes = getInt(message, next);
            next += Integer.BYTES;
            if (bytes < 0) {
                elements.appendNull();
            } else {
                try {
                    element.decode(message, next, bytes, elements);
                } catch (Unfit unfit) {
                    throw unfit.within(ValueText.array(message, at, element, elements));
                }
                next += bytes;
            }
        }
        into.appendParts();
    }
}
