// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditEntry;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

abstract class ApplicationsContractTest {
    private static final Caller BOSS = new Caller("boss", Set.of("OPERATOR"), Set.of());
    private static final Caller WATCH = new Caller("watch", Set.of("REGULATOR"), Set.of());
    private static final Caller ADMIN = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private Jdbi jdbi;
    private RocksHandleStore records;
    private RecordDirectory directory;
    private AccountStore accounts;
    private EnterpriseStore enterprises;
    private AuditLog audit;
    private Admissions admissions;
    private Applications applications;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        jdbi = engine().open().jdbi();
        records = RocksHandleStore.open(RocksStoreConfig.of(folder.resolve("records")));
        audit = new AuditLog(jdbi, clock);
        accounts = new AccountStore(jdbi, clock);
        enterprises = new EnterpriseStore(jdbi);
        admissions = admissions(records);
        applications = applications(admissions);
    }

    @AfterEach
    void close() {
        records.close();
    }

    private Admissions admissions(RocksHandleStore store) {
        TemplateCatalog catalog = TemplateCatalog.load("88.118");
        RecordDirectory read = new RecordDirectory(store, store, new RecordMapper(catalog));
        directory = read;
        RecordPublisher publisher = new RecordPublisher(
                catalog,
                new RecordValidator(catalog),
                new RecordMapper(catalog),
                read,
                store,
                new RegistrationLog(jdbi, store, clock),
                clock);
        return new Admissions(jdbi, new GivenPrefixes("88.118", store, clock), publisher, clock);
    }

    private Applications applications(Admissions bringing) {
        TemplateCatalog catalog = TemplateCatalog.load("88.118");
        RecordDirectory read = new RecordDirectory(records, records, new RecordMapper(catalog));
        return new Applications(
                "88.118",
                jdbi,
                catalog,
                new RecordValidator(catalog),
                enterprises,
                accounts,
                new PasswordHasher(new SecureRandom(), PasswordHasher.MIN_ITERATIONS),
                read,
                audit,
                bringing,
                clock,
                new SecureRandom());
    }

    private static Map<String, String> items() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("orgName", "湖州示范水泥有限公司");
        items.put("orgNature", "2");
        items.put("orgAddr", "浙江省湖州市示范路 1 号");
        items.put("orgCrtType", "1");
        items.put("orgCrtCode", "91350100M000100Y43");
        items.put("legalName", "李四");
        items.put("legalCrtType", "1");
        items.put("legalCrtNo", "330501199001010000");
        items.put("industryCategory", "C");
        items.put("industrySpecific", "30");
        items.put("industrySubclass", "3011");
        items.put("contactName", "张三");
        items.put("contactPhone", "13800000000");
        items.put("contactCrtType", "1");
        items.put("contactCrtNo", "330501199001010001");
        items.put("contactEmail", "zhang@example.com");
        items.put("orgAddrProvince", "330000");
        items.put("orgAddrCity", "330500");
        return items;
    }

    private static ApplicationForm form(String account) {
        return new ApplicationForm(items(), "{\"entInfoSyses\":[{\"sysType\":1}]}", "", account);
    }

    @Test
    void wholeWay_returnedCorrectedVerifiedApprovedClaimed() {
        Applications.Receipt receipt = applications.submit(form("huzhou"));
        assertThat(receipt.number()).matches("20260101-[a-z2-9]{8}");
        Application first = applications.open(receipt.number(), receipt.secret());
        assertThat(first.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(first.form()).isEqualTo(form("huzhou"));

        Application back =
                applications.giveBack(BOSS, receipt.number(), Map.of("contactPhone", "nobody answers there"));
        assertThat(back.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(back.reasons()).containsEntry("contactPhone", "nobody answers there");
        assertThatThrownBy(() -> applications.verify(BOSS, receipt.number(), "seen"))
                .hasMessageContaining("RETURNED");
        applications.correct(receipt.number(), receipt.secret(), form("huzhou-2"));
        applications.verify(BOSS, receipt.number(), "licence seen");
        assertThatThrownBy(() -> applications.claim(receipt.number(), receipt.secret()))
                .hasMessageContaining("VERIFIED");

        Application done = applications.approve(BOSS, receipt.number(), "", 5);
        assertThat(done.prefix()).isEqualTo("88.118.1");
        assertThat(done.events())
                .extracting(Application.Event::action)
                .containsExactly("submitted", "returned", "resubmitted", "verified", "approved");
        assertThat(directory.exists(HandleName.parse("0.NA/88.118.1"))).isTrue();
        assertThat(directory
                        .find(HandleName.parse("88.118.1/ENTERPRISE"))
                        .orElseThrow()
                        .described()
                        .orElseThrow()
                        .items())
                .containsEntry("orgName", "湖州示范水泥有限公司")
                .containsEntry("contactName", "张三");
        assertThat(enterprises.reserve("88.118.1", 6).status()).isEqualTo(Quotas.Status.EXHAUSTED);

        AccountVerifier verifier = new AccountVerifier(accounts, clock, new SecureRandom());
        String password = applications.claim(receipt.number(), receipt.secret());
        assertThat(verifier.verify("huzhou-2", password).orElseThrow().mustChangePassword())
                .isTrue();
        assertThatThrownBy(() -> applications.claim(receipt.number(), receipt.secret()))
                .hasMessageContaining("before");
        assertThat(audit.page(new AuditFilter("", "application.", ""), Long.MAX_VALUE, 9))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "application.claimed",
                        "application.approved",
                        "application.verified",
                        "application.resubmitted",
                        "application.returned",
                        "application.submitted");
        assertThat(audit.page(AuditFilter.ALL, Long.MAX_VALUE, 9).toString())
                .doesNotContain(password)
                .doesNotContain(receipt.secret());
    }

    @Test
    void badForm_isToldAtOnce_byField() {
        Map<String, String> items = items();
        items.put("orgCrtCode", "91350100M000100Y44");
        items.put("orgAddrCity", "440100");
        items.put("contactEmail", "nowhere");
        items.remove("legalName");
        items.put("colour", "red");
        assertThatThrownBy(() -> applications.submit(new ApplicationForm(items, "", "88.119.1", "X")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem(Language.EN).violations())
                                .extracting(Violation::path)
                                .contains(
                                        "orgCrtCode",
                                        "orgAddrCity",
                                        "contactEmail",
                                        "legalName",
                                        "colour",
                                        "prefix",
                                        "account"));
        assertThat(audit.verify().rows()).isZero();
    }

    @Test
    void open_isForWhoeverHasTheSecret_list_forThoseWhoDecide() {
        Applications.Receipt receipt = applications.submit(form("huzhou"));
        assertThatThrownBy(() -> applications.open(receipt.number(), "guess")).hasMessageContaining("no application");
        assertThatThrownBy(() -> applications.open("20260101-aaaaaaaa", receipt.secret()))
                .hasMessageContaining("no application");
        assertThatThrownBy(() -> applications.read(ADMIN, receipt.number())).hasMessageContaining("read applications");
        assertThatThrownBy(() -> applications.approve(WATCH, receipt.number(), "", 1))
                .hasMessageContaining("decide");
        ApplicationFilter all = new ApplicationFilter("", "", "", "", "");
        assertThatThrownBy(() -> applications.page(ADMIN, all, "", 9)).hasMessageContaining("read applications");
        assertThat(applications.page(WATCH, all, "", 9)).hasSize(1);
        assertThat(applications.page(BOSS, new ApplicationFilter("SUBMITTED", "330000", "C30", "", "示范"), "", 9))
                .hasSize(1);
        for (ApplicationFilter none : new ApplicationFilter[] {
            new ApplicationFilter("APPROVED", "", "", "", ""),
            new ApplicationFilter("", "320000", "", "", ""),
            new ApplicationFilter("", "", "C31", "", ""),
            new ApplicationFilter("", "", "", "91350100M000100Y4X", ""),
            new ApplicationFilter("", "", "", "", "%"),
        }) {
            assertThat(applications.page(BOSS, none, "", 9)).isEmpty();
        }
        assertThat(applications.page(BOSS, all, receipt.number(), 9)).isEmpty();
    }

    @Test
    void openApplications_ofOneCertificate_areBounded() {
        Applications.Receipt first = applications.submit(form("a1"));
        applications.submit(form("a2"));
        applications.submit(form("a3"));
        assertThatThrownBy(() -> applications.submit(form("a4"))).hasMessageContaining("3 applications");
        applications.withdraw(first.number(), first.secret());
        applications.submit(form("a4"));
        assertThatThrownBy(() -> applications.correct(first.number(), first.secret(), form("a1")))
                .hasMessageContaining("WITHDRAWN");
    }

    @Test
    void approval_takesTheNextFreePrefix_orTheOneAskedFor_never_twice() {
        assertThat(approved("b1", "").prefix()).isEqualTo("88.118.1");
        assertThat(approved("b2", "88.118.3").prefix()).isEqualTo("88.118.3");
        assertThat(approved("b3", "").prefix()).isEqualTo("88.118.2");
        assertThat(approved("b4", "").prefix()).isEqualTo("88.118.4");
        assertThatThrownBy(() -> approved("b5", "88.118.3")).hasMessageContaining("taken");
        assertThatThrownBy(() -> approved("b6", "88.119.9")).hasMessageContaining("88.119.9");
    }

    private Application approved(String account, String prefix) {
        Applications.Receipt receipt = applications.submit(form(account));
        applications.verify(BOSS, receipt.number(), "seen");
        try {
            return applications.approve(BOSS, receipt.number(), prefix, 10);
        } catch (ProblemException e) {
            applications.reject(BOSS, receipt.number(), "no such prefix");
            throw e;
        }
    }

    @Test
    void approval_interruptedBeforeTheRecordStore_isBroughtHomeLater_once() {
        RocksHandleStore gone = RocksHandleStore.open(RocksStoreConfig.of(folder.resolve("gone")));
        Admissions failing = admissions(gone);
        gone.close();
        admissions = admissions(records);
        Applications interrupted = applications(failing);
        Applications.Receipt receipt = interrupted.submit(form("huzhou"));
        interrupted.verify(BOSS, receipt.number(), "seen");
        assertThat(interrupted.approve(BOSS, receipt.number(), "", 10).state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(directory.exists(HandleName.parse("88.118.1/ENTERPRISE"))).isFalse();

        assertThat(admissions.carryOut()).isEqualTo(1);
        assertThat(directory.exists(HandleName.parse("88.118.1/ENTERPRISE"))).isTrue();
        assertThat(directory.exists(HandleName.parse("0.NA/88.118.1"))).isTrue();
        assertThat(admissions.carryOut()).isZero();
        assertThat(enterprises.page("", 9)).hasSize(1);
    }

    @Test
    void enterprises_seenSuspendedResumed_andGivenOtherQuotas() {
        String prefix = approved("c1", "").prefix();
        Enterprises kept = new Enterprises(jdbi, enterprises, audit);
        assertThat(kept.page(WATCH, "", 9)).hasSize(1);
        assertThat(kept.page(ADMIN, "", 9)).extracting(Enterprise::prefix).containsExactly(prefix);
        Caller other = new Caller("glass", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.2"));
        assertThat(kept.page(other, "", 9)).isEmpty();
        assertThatThrownBy(() -> kept.get(other, prefix)).hasMessageContaining(prefix);

        assertThatThrownBy(() -> kept.suspend(ADMIN, prefix, false, "")).hasMessageContaining("suspend");
        assertThatThrownBy(() -> kept.suspend(WATCH, prefix, true, " ")).hasMessageContaining("Nothing was changed");
        assertThat(kept.suspend(WATCH, prefix, true, "licence ended").state()).isEqualTo(Enterprise.State.SUSPENDED);
        assertThat(enterprises.reserve(prefix, 0).reason()).isEqualTo("licence ended");
        assertThat(kept.suspend(BOSS, prefix, false, "").reason()).isEmpty();
        assertThatThrownBy(() -> kept.changeQuota(WATCH, prefix, 1)).hasMessageContaining("quotas");
        assertThat(kept.changeQuota(BOSS, prefix, 77).quota()).isEqualTo(77);
    }
}
