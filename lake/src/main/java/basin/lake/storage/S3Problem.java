package basin.lake.storage;

import basin.core.problem.Place;
import basin.core.problem.Problem;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What is wrong with a bucket.
final class S3Problem {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private S3Problem() {}

    /// The problem behind `failure`, whose causes are searched for what the client threw; empty where it threw
    /// nothing.
    ///
    /// @param table where a problem is that may be one of a single file
    static Optional<Problem> of(Throwable failure, Place table) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsServiceException answer) {
                return Optional.of(answered(answer, table).because(answer.getMessage()));
            }
            if (cause instanceof SdkException) {
                return Optional.of(Problem.interrupted("the lake's bucket cannot be reached", Place.NOWHERE)
                        .because(cause.getMessage())
                        .advise("check its endpoint and region, and that the network is up"));
            }
        }
        return Optional.empty();
    }

    private static Problem answered(AwsServiceException answer, Place table) {
        int status = answer.statusCode();
        if (status == FORBIDDEN) {
            return Problem.failed("the lake's bucket does not let this key in", Place.NOWHERE)
                    .advise("correct the access key, or what it may do");
        }
        if (status == NOT_FOUND) {
            return Problem.failed("the lake's bucket, or a file in it, is not there", table)
                    .advise("create the bucket, or put back its files");
        }
        return status == TOO_MANY || status >= SERVER_ERRORS
                ? Problem.interrupted("the lake's bucket is out of order", Place.NOWHERE)
                : Problem.failed("the lake's bucket refused a request", Place.NOWHERE);
    }
}
