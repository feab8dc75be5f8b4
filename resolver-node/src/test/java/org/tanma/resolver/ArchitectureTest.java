// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tanma.resolver");

    @Test
    void libraries_stayInTheirRooms() {
        only("io.netty..", "..resolver.net..").check(CLASSES);
        only("org.rocksdb..", "..resolver.store.rocks..", "..resolver.index.rocks..")
                .check(CLASSES);
        only("org.tanma.resolver.index.rocks..", "..resolver.index.rocks..", "..resolver.app..")
                .check(CLASSES);
        only("io.lettuce..", "..resolver.share.redis..").check(CLASSES);
        only("org.tanma.resolver.share.redis..", "..resolver.share.redis..", "..resolver.app..")
                .check(CLASSES);
        only("org.springframework..", "..resolver.app..", "..resolver.rest..", "..resolver.page..")
                .check(CLASSES);
        only("reactor..", "..resolver.app..", "..resolver.rest..", "..resolver.page..")
                .check(CLASSES);
        only("org.tanma.resolver.store.rocks..", "..resolver.store.rocks..", "..resolver.app..")
                .check(CLASSES);
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.tanma.resolver.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void names_sayWhatTheThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Processor|Info|Data|Base|Impl)")
                .check(CLASSES);
    }

    @Test
    void code_asksNoClockNoDiceAndPrintsNothing() {
        core().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        core().should().callMethod(System.class, "getenv", String.class).check(CLASSES);
        core().should().callMethod(Instant.class, "now").check(CLASSES);
        core().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CLASSES);
        core().should().callConstructor(Random.class).check(CLASSES);
        core().should().accessField(System.class, "out").check(CLASSES);
    }

    private static GivenClassesConjunction core() {
        return noClasses().that().resideOutsideOfPackage("..resolver.app..");
    }

    @Test
    void hotPath_allocatesNothingItself() {
        noClasses()
                .that()
                .areAnnotatedWith("org.tanma.resolver.cache.HotPath")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util..", "java.lang.invoke..", "org.slf4j..")
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("format|valueOf|concat")))
                .check(CLASSES);
    }
}
