// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.validate.RecordValidator;

abstract class TemplateDraftsContractTest {
    private static final Caller BOSS = new Caller("boss", Set.of("OPERATOR"), Set.of());
    private static final Caller ADMIN = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));
    private static final Caller CLERK = new Caller("clerk", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"));
    private static final Caller GLASS = new Caller("glass", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.2"));
    private static final String HEAD = "{\"name\":\"huzhou-kiln\",\"version\":\"1.0.0\",\"suffix\":\"TEMPLATE.KILN\","
            + "\"titleZh\":\"湖州回转窑\",\"titleEn\":\"Huzhou kiln\",\"tier\":\"enterprise\",\"extends\":\"device@1.0.0\",";
    private static final String ADDED =
            "{\"code\":\"shellLengthM\",\"nameZh\":\"筒体长度\",\"nameEn\":\"Shell length\",\"index\":2900,"
                    + "\"type\":\"decimal\",\"unit\":\"m\",\"required\":false,\"visibility\":\"partner\","
                    + "\"since\":\"1.0.0\"}";
    private static final String GOOD = HEAD + "\"items\":[" + ADDED + "]}";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private Jdbi jdbi;
    private RocksHandleStore records;
    private AuditLog audit;
    private TemplateCatalog catalog;
    private RecordDirectory directory;
    private TemplateDrafts drafts;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        jdbi = engine().open().jdbi();
        records = RocksHandleStore.open(RocksStoreConfig.of(folder.resolve("records")));
        audit = new AuditLog(jdbi, clock);
        start();
    }

    /** As after a start of the node: everything that is not in the stores is forgotten. */
    private void start() {
        catalog = TemplateCatalog.load("88.118");
        RecordMapper mapper = new RecordMapper(catalog);
        directory = new RecordDirectory(records, records, mapper);
        RecordPublisher publisher = new RecordPublisher(
                catalog,
                new RecordValidator(catalog),
                mapper,
                directory,
                records,
                new RegistrationLog(jdbi, records, clock),
                clock);
        drafts = new TemplateDrafts(jdbi, catalog, publisher, audit, clock, new SecureRandom());
        drafts.load();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void wholeWay_draftedReturnedSubmittedPublishedDeprecated() {
        Draft draft = drafts.create(CLERK, "88.118.1", "{}");
        assertThatThrownBy(() -> drafts.submit(CLERK, draft.id())).hasMessageContaining("submit templates");
        assertThatThrownBy(() -> drafts.submit(ADMIN, draft.id())).hasMessageContaining("wrong");
        assertThat(drafts.write(CLERK, draft.id(), GOOD).title()).isEqualTo("huzhou-kiln@1.0.0");
        assertThat(drafts.check(CLERK, draft.id())).isEmpty();
        drafts.submit(ADMIN, draft.id());
        assertThatThrownBy(() -> drafts.write(ADMIN, draft.id(), GOOD)).hasMessageContaining("SUBMITTED");
        assertThatThrownBy(() -> drafts.publish(ADMIN, draft.id())).hasMessageContaining("approve templates");
        drafts.giveBack(BOSS, draft.id(), Map.of("items.shellLengthM", "why partners only?"));
        assertThat(drafts.read(ADMIN, draft.id()).reasons()).containsKey("items.shellLengthM");
        drafts.write(ADMIN, draft.id(), GOOD);
        drafts.submit(ADMIN, draft.id());

        Draft published = drafts.publish(BOSS, draft.id());
        assertThat(published.events())
                .extracting(Draft.Event::action)
                .containsExactly("drafted", "changed", "submitted", "returned", "changed", "submitted", "published");
        MetadataTemplate template = catalog.get("huzhou-kiln");
        assertThat(template.handle()).isEqualTo(HandleName.parse("88.118.1/TEMPLATE.KILN"));
        assertThat(template.findItem("deviceName")).isPresent();
        assertThat(directory.exists(HandleName.parse("88.118.1/TEMPLATE.KILN"))).isTrue();
        assertThatThrownBy(() -> drafts.publish(BOSS, draft.id())).hasMessageContaining("PUBLISHED");

        start();
        assertThat(catalog.find("huzhou-kiln", TemplateVersion.parse("1.0.0"))).contains(template);
        assertThat(drafts.refusedFrom(template)).isEmpty();
        assertThatThrownBy(() -> drafts.deprecate(BOSS, draft.id(), "tomorrow")).hasMessageContaining("Nothing");
        drafts.deprecate(BOSS, draft.id(), "2027-01-01T00:00:00Z");
        assertThat(drafts.refusedFrom(template)).contains(Instant.parse("2027-01-01T00:00:00Z"));
        start();
        assertThat(drafts.refusedFrom(template)).contains(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(audit.page(new AuditFilter("", "template.", ""), Long.MAX_VALUE, 20))
                .hasSize(8);
    }

    @Test
    void check_namesWhatIsWrong_byPath() {
        for (String[] wrong : new String[][] {
            {"not json", "template"},
            {GOOD.replace("\"enterprise\"", "\"industry\""), "tier"},
            {GOOD.replace("\"huzhou-kiln\"", "\"device\""), "version"},
            {GOOD.replace("\"huzhou-kiln\"", "\"product\""), "name"},
            {GOOD.replace("\"decimal\"", "\"fraction\""), "items.shellLengthM"},
            {GOOD.replace("device@1.0.0", "device@9.0.0"), "template"},
            {HEAD + "\"issuedByNode\":true,\"items\":[" + ADDED + "]}", "template"},
        }) {
            Draft draft = drafts.create(ADMIN, "88.118.1", wrong[0]);
            assertThat(drafts.check(ADMIN, draft.id()))
                    .as(wrong[0])
                    .extracting(WordedViolation::path)
                    .contains(wrong[1]);
        }
    }

    @Test
    void drafts_areTheirEnterprisesOwn() {
        Draft draft = drafts.create(ADMIN, "88.118.1", GOOD);
        assertThatThrownBy(() -> drafts.create(GLASS, "88.118.1", GOOD)).hasMessageContaining("88.118.1");
        assertThatThrownBy(() -> drafts.read(GLASS, draft.id())).hasMessageContaining("no template draft");
        assertThatThrownBy(() -> drafts.write(GLASS, draft.id(), GOOD)).hasMessageContaining("no template draft");
        assertThat(drafts.page(GLASS, "", "", 9)).isEmpty();
        assertThat(drafts.page(BOSS, "DRAFT", "", 9)).hasSize(1);
        assertThatThrownBy(() -> drafts.create(ADMIN, "88.118.1", "x".repeat(TemplateDrafts.MAX_CONTENT + 1)))
                .hasMessageContaining("Nothing");
    }
}
