package basin.core.project;

import basin.core.settings.Checked;
import basin.core.settings.Default;
import basin.core.settings.Doc;
import basin.core.settings.Example;
import basin.core.settings.Findings;
import basin.core.settings.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where the lake's files are, and how to get there.
///
/// @param location not yet resolved against the project folder: see [Project#lakeLocation]
/// @param endpoint null for AWS
/// @param region null for what the environment of AWS says
/// @param accessKey null for what the environment of AWS says; given together with the secret key
@Doc("Where the lake's files are, and how to get there.")
public record LakeSettings(
        @Doc("A folder, relative to the project's, or a place in an S3 bucket.")
        @Default(".basin/lake")
        @Example("s3://company-lake/basin")
        LakeLocation location,

        @Doc("The address of an S3 service other than AWS.") @Example("https://s3.example.com") @Nullable
        String endpoint,

        @Doc("The region of the bucket; by default what the environment says, as in every AWS tool.")
        @Example("eu-central-1")
        @Nullable
        String region,

        @Doc("The access key; by default AWS's usual chain of environment, profile and role.")
        @Example("\"${env:LAKE_ACCESS_KEY}\"")
        @Nullable
        Secret accessKey,

        @Doc("The secret that belongs to the access key.") @Example("\"${secret:lake}\"") @Nullable
        Secret secretKey,

        @Doc("Whether the bucket is named in the path instead of the host, as most services other than AWS want it.")
        @Default("false")
        boolean pathStyle)
        implements Checked {

    @Override
    public void check(Findings findings) {
        if (endpoint != null && !isWebAddress(endpoint)) {
            findings.add(
                    "endpoint",
                    "'lake.endpoint' is no web address",
                    "write it with its scheme: https://s3.example.com");
        }
        if (location instanceof LakeLocation.OnDisk) {
            refuseOnDisk(findings, "endpoint", endpoint != null);
            refuseOnDisk(findings, "region", region != null);
            refuseOnDisk(findings, "access_key", accessKey != null);
            refuseOnDisk(findings, "secret_key", secretKey != null);
            refuseOnDisk(findings, "path_style", pathStyle);
        } else if (accessKey != null && secretKey == null) {
            findings.add("access_key", "'lake.access_key' is given without 'lake.secret_key'", "add 'secret_key'");
        } else if (accessKey == null && secretKey != null) {
            findings.add("secret_key", "'lake.secret_key' is given without 'lake.access_key'", "add 'access_key'");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void refuseOnDisk(Findings findings, String setting, boolean given) {
        if (given) {
            findings.add(
                    setting,
                    "'lake." + setting + "' is for a lake in S3, but this one is a folder",
                    "take it out, or give a location such as 's3://bucket/lake'");
        }
    }
}
