/// The changes of a Postgres database, as its log tells them: a logical replication slot read with the
/// plug-in `pgoutput`.
///
/// Messages are those of the manual's chapter "Logical Replication Message Formats". This package must
/// never know what is made of the changes.
@NullMarked
package basin.connect.postgres.change;

import org.jspecify.annotations.NullMarked;
