package basin.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds in every room. A room's own `ArchitectureTest` names the room and inherits the rest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RoomContract {
    private static final Pattern VAGUE = Pattern.compile(".*(Utils?|Manager|Helpers?|Impl|Common|Misc)");

    private final Room room;
    private final JavaClasses classes;

    /// Reads the room's class files, without those of its tests.
    protected RoomContract(Room room) {
        this.room = room;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(room.javaPackage());
    }

    @Test
    void seesOnlyTheRoomsBelowIt() {
        String[] outOfSight = Arrays.stream(Room.values())
                .filter(other -> !room.sees(other))
                .map(other -> other.javaPackage() + "..")
                .toArray(String[]::new);
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(outOfSight)
                        .because(
                                "rooms know only those listed beside them in Room; what passes between others is a word of core"));
    }

    @Test
    void leavesHeavyLibrariesToTheirOwners() {
        for (Library library : Library.values()) {
            check(
                    noClasses()
                            .that(describe("live outside " + library.homes(), type -> !livesIn(library.homes(), type)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library.javaPackage() + "..")
                            .because(
                                    "a library with weight has one home: go through it, or give the library another in Library"));
        }
    }

    @Test
    void hasNoCyclesBetweenItsPackages() {
        check(slices().assignedFrom(new PackageByPackage()).should().beFreeOfCycles());
    }

    @Test
    void saysOfEachPackageWhatItIs() {
        List<String> silent = classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(type -> !isNullMarked(type))
                .map(JavaPackage::getName)
                .toList();
        Assertions.assertEquals(
                List.of(),
                silent,
                "Each package has a package-info.java that says what it is, annotated with @NullMarked");
    }

    @Test
    void namesThingsAfterWhatTheyAre() {
        List<String> vague = classes.stream()
                .filter(type -> VAGUE.matcher(type.getSimpleName()).matches())
                .map(JavaClass::getName)
                .toList();
        Assertions.assertEquals(List.of(), vague, "These names say nothing of what the types are");
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static boolean livesIn(List<String> homes, JavaClass type) {
        return homes.stream().anyMatch(home -> (type.getPackageName() + ".").startsWith(home + "."));
    }

    private static boolean isNullMarked(JavaPackage type) {
        return type.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    /// Each package by itself is a slice, so that a package and one below it can not lean on each other either.
    private record PackageByPackage() implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
