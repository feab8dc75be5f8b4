// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service;

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
            .importPackages("org.tanma.carbon.service");

    @Test
    void spring_staysInAppAndRest() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..app..", "..rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..")
                .check(CLASSES);
    }

    @Test
    void sql_staysInTheStores() {
        noClasses()
                .that()
                .haveNameNotMatching(".*[A-Za-z]*(Ledger|Store)(\\$.*)?")
                .and()
                .resideOutsideOfPackage("..app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.tanma.carbon.service.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
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
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Processor|Impl|Info|Data|Base)$")
                .check(CLASSES);
    }
}
