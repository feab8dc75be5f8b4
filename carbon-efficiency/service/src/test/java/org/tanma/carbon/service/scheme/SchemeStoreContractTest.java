// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.SchemeText;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.Scheme;
import org.tanma.kit.testing.SqlEngines;

abstract class SchemeStoreContractTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    private static final String NAME = "zhejiang-carbon-efficiency";
    private static final String ID = NAME + "/2027";
    static final String BODY = """
            title: {zh: 更严的方案, en: A stricter scheme}
            numerator: energy-co2
            intensity_unit: tCO2/CNY10k
            levels:
              - {label: {zh: 低, en: low}, up_to: "0.5"}
              - {label: {zh: 高, en: high}}
            grades:
              - {label: {zh: 优, en: good}, below: "0.9"}
              - {label: {zh: 差, en: poor}}
            minimum_peers: 2
            industry_digits: 4
            validity_months: 12
            """;

    abstract SqlEngines engine();

    private SchemeStore store() {
        return new SchemeStore(engine().open().jdbi(), () -> NOW);
    }

    @Test
    void draft_isVersioned_andAStaleChangeIsRefused() {
        SchemeStore store = store();
        SchemeDraft first = store.store(ID, 0, BODY, "regulator").orElseThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(store.store(ID, 0, "other", "regulator")).isEmpty();
        assertThat(store.store(ID, 1, "other", "regulator"))
                .map(SchemeDraft::version)
                .contains(2);
        assertThat(store.findDraft(ID)).map(SchemeDraft::body).contains("other");
        assertThat(store.drafts()).extracting(SchemeDraft::version).containsExactly(2);
    }

    @Test
    void published_onceAndForGood_withItsEvents() {
        SchemeStore store = store();
        store.store(ID, 0, BODY, "author");
        assertThat(store.publish(ID, 2, "authority", LocalDate.of(2026, 1, 1), "chief"))
                .isEmpty();
        PublishedScheme edition = store.publish(ID, 1, "authority", LocalDate.of(2026, 1, 1), "chief")
                .orElseThrow();
        assertThat(store.publish(ID, 1, "authority", LocalDate.of(2027, 1, 1), "chief"))
                .isEmpty();
        assertThat(store.store(ID, 1, "other", "author")).isEmpty();
        assertThat(store.findEdition(ID)).contains(edition);
        assertThat(store.drafts()).isEmpty();
        assertThat(store.events(Long.MAX_VALUE, 10))
                .extracting(event -> event.sequence() + " " + event.actor() + " " + event.action())
                .containsExactly("2 chief scheme.published", "1 author scheme.drafted");
        assertThat(store.events(2, 10)).hasSize(1);
    }

    @Test
    void book_gradesByThePublishedEdition_fromItsDayOn_andKeepsTheShipped() {
        SchemeStore store = store();
        SchemeBook book = new SchemeBook(CATALOG, store, () -> NOW);
        assertThat(inForce(book)).contains(NAME + "/2026");
        store.store(ID, 0, BODY, "author");
        assertThat(inForce(book)).contains(NAME + "/2026");
        store.publish(ID, 1, "authority", LocalDate.of(2026, 1, 15), "chief");
        assertThat(inForce(book)).contains(ID);
        assertThat(new SchemeBook(CATALOG, store, () -> NOW.minusSeconds(86_400)).inForce(NAME, GradingScheme.class))
                .map(scheme -> scheme.ref().toString())
                .contains(NAME + "/2026");
        assertThat(book.catalog().find(EditionRef.parse(NAME + "/2026"))).isPresent();
        GradingScheme scheme = book.catalog().find(EditionRef.parse(ID)).orElseThrow();
        assertThat(scheme.grades().bands().get(0).isBoundIncluded()).isFalse();
        assertThat(scheme.source().publisher()).isEqualTo("authority");
        assertThat(book.isShipped(scheme.ref())).isFalse();
    }

    private static Optional<String> inForce(SchemeBook book) {
        return book.inForce(NAME, GradingScheme.class).map(Scheme::ref).map(EditionRef::toString);
    }

    @Test
    void text_thatIsNoScheme_saysWhatIsWrong() {
        SchemeBook book = new SchemeBook(CATALOG, store(), () -> NOW);
        for (String wrong : new String[] {
            "title: {zh: x, en: x}",
            BODY.replace("energy-co2", "wind"),
            BODY.replace("tCO2/CNY10k", "tCO2/t"),
            BODY.replace("\"0.5\"", "\"five\""),
            BODY + "secret: 1\n",
            "[1, 2]",
            "\u0000"
        }) {
            SchemeText.Parsed parsed =
                    book.read(EditionRef.parse(ID), wrong, "authority", "author", LocalDate.of(2026, 1, 1));
            assertThat(parsed).as(wrong).isInstanceOf(SchemeText.Parsed.Refused.class);
        }
    }
}
