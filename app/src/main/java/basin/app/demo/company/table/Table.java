package basin.app.demo.company.table;

import java.io.IOException;
import java.util.List;

/// One table of the company, able to write all of its rows by itself.
public interface Table {
    String name();

    /// The columns in the order in which [#write(CopyText)] gives their values. Columns that the database
    /// computes are left out.
    List<String> columns();

    /// How many rows to expect: exact where counting is cheap, within some per cent elsewhere. For progress
    /// only.
    long expectedRows();

    /// Writes every row, each ended by [CopyText#end()]; the same rows whenever it is called. Tables share
    /// nothing that changes, so several can be written at once.
    void write(CopyText out) throws IOException;
}
