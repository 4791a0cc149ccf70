/// What changes in a source, followed from a position on: whoever keeps tables hears of each insert,
/// update, delete and truncation once, in the order of the source's commits, and in whole transactions.
///
/// How a table is loaded and then follows its source:
///
/// 1. [basin.connect.change.ChangeFeed#prepare()], so that nothing is missed from now on;
/// 2. a [basin.connect.SourceSnapshot], and the table with its rows and its position;
/// 3. [basin.connect.change.ChangeFeed#open], with the positions of all tables that are there;
/// 4. again and again: [basin.connect.change.ChangeReader#read], then the changes and what
///    the [basin.connect.change.Cut] says that the table stands for into the table in one commit, then
///    [basin.connect.change.ChangeReader#acknowledge].
///
/// A change that a table's position says it has is not handed out for it, be that the position of a
/// snapshot or of a cut. So nothing has to be done in the same moment: what the table says counts,
/// after a crash as well.
///
/// This package must never know how a source tells its changes, nor what is made of them.
@NullMarked
package basin.connect.change;

import org.jspecify.annotations.NullMarked;
