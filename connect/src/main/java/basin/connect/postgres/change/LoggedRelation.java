package basin.connect.postgres.change;

import basin.core.stream.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table as the log describes it, before the first change of it and again when it has been altered: a
/// message of type Relation.
///
/// @param oid its identity
/// @param full whether old rows come with all of their columns
/// @param identity names of the columns that old rows come with at least
/// @param columns in the order in which rows have their values
record LoggedRelation(long oid, TableName name, boolean full, Set<String> identity, List<LoggedColumn> columns) {

    private static final int PART_OF_IDENTITY = 1;

    LoggedRelation {
        identity = Set.copyOf(identity);
        columns = List.copyOf(columns);
    }

    static LoggedRelation read(Message message) {
        long oid = Integer.toUnsignedLong(message.nextInt());
        String schema = message.nextText();
        TableName name = new TableName(schema.isEmpty() ? "pg_catalog" : schema, message.nextText());
        boolean full = message.nextByte() == 'f';
        int count = message.nextShort();
        Set<String> identity = new HashSet<>();
        List<LoggedColumn> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int flags = message.nextByte();
            LoggedColumn column =
                    new LoggedColumn(message.nextText(), Integer.toUnsignedLong(message.nextInt()), message.nextInt());
            columns.add(column);
            if ((flags & PART_OF_IDENTITY) != 0) {
                identity.add(column.name());
            }
        }
        return new LoggedRelation(oid, name, full, identity, columns);
    }
}
