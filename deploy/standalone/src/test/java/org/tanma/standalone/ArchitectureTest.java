// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone;

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
            .importPackages("org.tanma");

    @Test
    void services_neverDependOnOneAnother() {
        noService("org.tanma.resolver..", "org.tanma.carbon..", "org.tanma.label..");
        noService("org.tanma.carbon..", "org.tanma.resolver..", "org.tanma.label..", "org.tanma.template..");
        noService("org.tanma.label..", "org.tanma.resolver..", "org.tanma.carbon..", "org.tanma.template..");
    }

    private static void noService(String service, String... others) {
        noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void server_holdsNoCodeOfTheHandleClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tanma.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.handle..")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.tanma.standalone.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void names_sayWhatThingsAre() {
        classes()
                .that()
                .resideInAPackage("org.tanma.standalone..")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Processor|Impl|Info|Base)$")
                .check(CLASSES);
    }
}
