// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon;

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
            .importPackages("org.tanma.carbon");

    /** ADRs 0005 and 0044: libraries read files in data and write results in report; nobody else uses one. */
    @Test
    void libraries_stayInDataAndReport() {
        classes()
                .that()
                .resideOutsideOfPackages("..data..", "..report..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.tanma.carbon..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson.annotation..")
                .check(CLASSES);
    }

    @Test
    void calculation_knowsNeitherFilesNorReports() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..data..", "..report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tanma.carbon.data..", "org.tanma.carbon.report..", "java.io..", "java.nio..")
                .check(CLASSES);
        slices().matching("org.tanma.carbon.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** ADR 0041: samples are drawn in binary fractions, in the package uncertainty alone. */
    @Test
    void figures_areNeverBinary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..uncertainty..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class)
                .check(CLASSES);
        classes()
                .that()
                .resideOutsideOfPackage("..uncertainty..")
                .should(new FieldsAndMethodsWithoutBinaryFractions())
                .check(CLASSES);
    }

    @Test
    void engine_asksNoClockAndPrintsNothing() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
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
