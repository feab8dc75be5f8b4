// SPDX-License-Identifier: Apache-2.0
package org.tanma.template;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the template room may touch, and which way its packages lean. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tanma.template");

    @Test
    void dependsOnTheHandleModelJacksonTheSchemaAndTheUnitLibraryOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.tanma.template..",
                        "org.tanma.handle..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "com.networknt.schema..",
                        "org.fhir.ucum..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("..template.code..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fhir.ucum..")
                .check(MAIN);
    }

    @Test
    void packagesLeanOneWay() {
        slices().matching("org.tanma.template.(*)..").should().beFreeOfCycles().check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("..model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..")
                .check(MAIN);
    }

    @Test
    void noClockNoConsoleNoEnvironment() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(MAIN);
    }

    @Test
    void namesFollowTheGrammar() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Processor|Info|Data|Base|Impl)")
                .check(MAIN);
    }
}
