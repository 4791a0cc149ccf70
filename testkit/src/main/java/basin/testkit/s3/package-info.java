/// An S3 service for tests, which keeps its objects in a temporary folder.
@NullMarked
package basin.testkit.s3;

import org.jspecify.annotations.NullMarked;
