// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tanma.sdk");

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.tanma.sdk.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void referenceClientLibrary_isKnownToResolutionAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..sdk.resolve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.handle..", "net.cnri..", "com.google.gson..")
                .check(CLASSES);
    }

    @Test
    void commandLine_isAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..sdk.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.tanma.sdk.cli..")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Command")
                .should()
                .resideInAPackage("..sdk.cli..")
                .check(CLASSES);
    }

    @Test
    void code_asksNoClock() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
    }

    @Test
    void names_sayWhatTheThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Processor|Info|Data|Base|Impl)")
                .check(CLASSES);
    }
}
