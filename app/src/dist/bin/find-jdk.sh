# Finds a JDK that is new enough. Sourced by mvnw, by basin and by the distribution's bin/basin; POSIX sh.
#
#   find_jdk PROGRAM
#
# sets JDK to the home of a JDK 25 or newer that has bin/PROGRAM (java to run, javac to build), or says what to install
# and exits with 1. What the user has chosen comes first: JAVA_HOME, then the java on the PATH. Where both are too old,
# it looks where JDKs usually are, and takes the oldest that will do.

JDK_MINIMUM=25

find_jdk() {
    JDK=
    jdk_program=$1
    jdk_found=0

    for jdk_home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
        if jdk_fits "$jdk_home"; then
            JDK=$jdk_home
            return 0
        fi
    done

    for jdk_home in \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /opt/java/* \
        /opt/jdk* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        "${HOME:-}"/.asdf/installs/java/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        "${HOME:-}"/.jdks/*
    do
        if jdk_fits "$jdk_home" && { [ "$jdk_found" -eq 0 ] || [ "$jdk_version" -lt "$jdk_found" ]; }; then
            JDK=$jdk_home
            jdk_found=$jdk_version
        fi
    done
    if [ -n "$JDK" ]; then
        return 0
    fi

    if [ -x /usr/libexec/java_home ]; then
        jdk_home=$(/usr/libexec/java_home -v "$JDK_MINIMUM+" 2>/dev/null) || jdk_home=
        if jdk_fits "$jdk_home"; then
            JDK=$jdk_home
            return 0
        fi
    fi

    cat >&2 <<MESSAGE
Basin needs a JDK $JDK_MINIMUM or newer, and there is none in JAVA_HOME, on the PATH or where JDKs usually are.
Install one, then run this again:

  Debian, Ubuntu   apt install openjdk-$JDK_MINIMUM-jdk-headless
  Fedora           dnf install java-$JDK_MINIMUM-openjdk-devel
  macOS            brew install openjdk@$JDK_MINIMUM
  SDKMAN           sdk install java $JDK_MINIMUM-tem
  anywhere else    https://adoptium.net/temurin/releases/?version=$JDK_MINIMUM

Where it is somewhere else already, say so: JAVA_HOME=/path/to/jdk
MESSAGE
    exit 1
}

# Prints the home of the java on the PATH; nothing where there is none.
jdk_on_path() {
    jdk_java=$(command -v java) || return 0
    jdk_java=$(readlink -f -- "$jdk_java" 2>/dev/null) || return 0
    jdk_java=${jdk_java%/*}
    printf '%s\n' "${jdk_java%/*}"
}

# Whether a folder is a JDK that will do; sets jdk_version to its major version. The version is read from the file
# `release` that every JDK carries, since starting a JVM only to ask would take longer than all the rest.
jdk_fits() {
    if [ -z "$1" ] || [ ! -x "$1/bin/$jdk_program" ] || [ ! -r "$1/release" ]; then
        return 1
    fi
    jdk_version=0
    while IFS='="' read -r jdk_key jdk_empty jdk_value jdk_rest; do
        if [ "$jdk_key" = JAVA_VERSION ]; then
            jdk_version=${jdk_value%%[!0-9]*}
        fi
    done <"$1/release"
    [ "${jdk_version:-0}" -ge "$JDK_MINIMUM" ]
}
