// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The project keeps its own conventions; a failure names file and line. */
class RepositoryConventionsTest {
    private static final Repository REPOSITORY = Repository.here();

    private final DocumentConventions documents = new DocumentConventions(REPOSITORY);
    private final DecisionConventions decisions = new DecisionConventions(REPOSITORY);
    private final SourceConventions sources = new SourceConventions(REPOSITORY);

    @Test
    void modules_haveReadmes() {
        holds(documents.moduleReadmes());
    }

    @Test
    void modules_areRoomsOfTheArchitecture() {
        holds(documents.rooms());
    }

    @Test
    void rootReadme_isShort() {
        holds(documents.rootReadme());
    }

    @Test
    void rootReadme_isTranslatedInStep() {
        holds(documents.translatedReadme());
    }

    @Test
    void links_leadSomewhere() {
        holds(documents.links());
    }

    @Test
    void documents_areReachable() {
        holds(documents.orphans());
    }

    @Test
    void decisions_haveTheirForm() {
        holds(decisions.records());
    }

    @Test
    void decisions_areIndexed() {
        holds(decisions.index());
    }

    @Test
    void glossary_namesTypesThatExist() {
        holds(new GlossaryConventions(REPOSITORY).types());
    }

    @Test
    void packages_sayWhatTheyAreFor() {
        holds(sources.packages());
    }

    @Test
    void sources_carryNoUnfinishedWork() {
        holds(sources.unfinished());
    }

    @Test
    void serverCode_hasNothingOfCnri() {
        holds(sources.borders());
    }

    @Test
    void mainFiles_areShort() {
        holds(sources.lengths());
    }

    @Test
    void data_namesItsSource() {
        holds(new SourceStatementConventions(REPOSITORY).sources());
    }

    @Test
    void data_isListedWithHowSureItIs() {
        holds(new DataSourceConventions(REPOSITORY).overview());
    }

    @Test
    void messages_areInBothLanguages() {
        holds(new MessageConventions(REPOSITORY).catalogues());
    }

    private static void holds(List<Finding> findings) {
        assertThat(findings).isEmpty();
    }
}
