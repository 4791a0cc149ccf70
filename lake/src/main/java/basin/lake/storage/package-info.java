/// Where the bytes of the lake lie: a folder of this machine, or a bucket.
///
/// Everything here is about files and their durability. It must never know what a table is, nor which file
/// belongs to which.
@NullMarked
package basin.lake.storage;

import org.jspecify.annotations.NullMarked;
