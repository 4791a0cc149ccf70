package basin.app;

import picocli.CommandLine.IVersionProvider;

/// Which Basin this is: what the build wrote into the jar.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"basin " + (version == null ? "(not packaged)" : version)};
    }
}
