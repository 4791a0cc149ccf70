/// Disks that fail: what an operating system does to a process whose disk is full, on any Linux and without privileges.
@NullMarked
package basin.testkit.disk;

import org.jspecify.annotations.NullMarked;
