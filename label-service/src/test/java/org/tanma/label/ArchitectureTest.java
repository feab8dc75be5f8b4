// SPDX-License-Identifier: Apache-2.0
package org.tanma.label;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tanma.label");

    @Test
    void spring_staysInAppRestAndPage() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..app..", "..rest..", "..page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..")
                .check(CLASSES);
    }

    @Test
    void zxing_staysInQr_andJdbiInIssue() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..qr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.zxing..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..issue..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.tanma.label.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void time_comesFromTheClockHandedIn() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    @Test
    void names_sayWhatThingsAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Processor|Impl|Info|Base)$")
                .check(CLASSES);
    }
}
