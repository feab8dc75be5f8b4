// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Oid;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.MemoryHandleStore;

abstract class OidRegistrarContractTest {
    static final OidArc ARC = new OidArc(Oid.of("2.999.7"), OidArc.ZONE);
    private static final Caller OPERATOR = new Caller("boss", Set.of("OPERATOR"), Set.of());
    private static final Caller CEMENT = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.5"));
    private static final Caller GLASS = new Caller("glass", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.6"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final List<String> trail = new ArrayList<>();
    private final List<OidNode> changed = new ArrayList<>();
    private Quotas quotas = Quotas.unlimited();
    private OidAllotments allotments;
    private OidRegistrar registrar;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        allotments = OidAllotments.open(engine().open().jdbi(), clock, ARC, "88.118");
        registrar = registrar(allotments);
        put("88.118.5/KILN-1");
        put("88.118.5/KILN-2");
        put("88.118.6/OVEN-1");
    }

    private OidRegistrar registrar(OidAllotments over) {
        return new OidRegistrar(
                over, store, store, clock, "88.118", new SecureRandom(), this::note, quotas, changed::add);
    }

    private synchronized void note(String account, String action, String oid, Map<String, String> details) {
        trail.add(account + " " + action + " " + oid + " " + details.get("handle"));
    }

    private void put(String handle) {
        HandleName name = HandleName.parse(handle);
        store.create(new HandleRecord(name, List.of(HandleValue.text(1, "URL", "https://example.com/", 1))));
    }

    private List<String> equivalents(String handle) {
        return store.find(HandleName.parse(handle)).orElseThrow().decode().values().stream()
                .filter(Equivalents::isEquivalent)
                .map(HandleValue::dataAsText)
                .toList();
    }

    private OidRegistrar.Outcome allot(OidRequest request) {
        return registrar.allot(request, CEMENT);
    }

    private static String dotted(OidRegistrar.Outcome outcome) {
        return outcome.node().oid().dotted();
    }

    @Test
    void allot_toARecord_comesBelowItsEnterprisesSubArc_andTheRecordNamesIt() {
        OidRegistrar.Outcome first = allot(OidRequest.ofHandle("88.118.5/KILN-1"));
        assertThat(dotted(first)).isEqualTo("2.999.7.5.1");
        assertThat(first.isNew()).isTrue();
        assertThat(dotted(allot(OidRequest.ofHandle("88.118.5/KILN-2")))).isEqualTo("2.999.7.5.2");
        assertThat(equivalents("88.118.5/KILN-1")).containsExactly("urn:oid:2.999.7.5.1");
        assertThat(allotments.find(ARC.oid()).orElseThrow().kind()).isEqualTo(OidNode.Kind.ARC);
        assertThat(allotments.find(Oid.of("2.999.7.5")).orElseThrow().prefix()).isEqualTo("88.118.5");
        assertThat(trail)
                .containsExactly(
                        "cement oid.allot urn:oid:2.999.7.5 ",
                        "cement oid.allot urn:oid:2.999.7.5.1 88.118.5/KILN-1",
                        "cement oid.allot urn:oid:2.999.7.5.2 88.118.5/KILN-2");
        assertThat(changed).hasSize(3);
    }

    @Test
    void allot_again_givesWhatWasGiven_andWritesNothing() {
        OidNode given =
                allot(OidRequest.ofHandle("88.118.5/KILN-1").withKey("a")).node();
        long version =
                store.find(HandleName.parse("88.118.5/KILN-1")).orElseThrow().version();
        assertThat(allot(OidRequest.ofHandle("88.118.5/kiln-1"))).isEqualTo(new OidRegistrar.Outcome(given, false));
        assertThat(store.find(HandleName.parse("88.118.5/KILN-1")).orElseThrow().version())
                .isEqualTo(version);
        assertThat(allotments.history(given.oid())).hasSize(1);
    }

    @Test
    void allot_afterACrashBeforeTheRecordWasWritten_completesIt() {
        Oid oid = allot(OidRequest.ofHandle("88.118.5/KILN-1")).node().oid();
        store.delete(HandleName.parse("88.118.5/KILN-1"), org.tanma.resolver.store.ExpectedVersion.any());
        put("88.118.5/KILN-1");
        assertThat(allot(OidRequest.ofHandle("88.118.5/KILN-1")).isNew()).isFalse();
        assertThat(equivalents("88.118.5/KILN-1")).containsExactly(oid.canonical());
    }

    @Test
    void allot_withoutAHandle_makesARecord_onceForARequestKey() {
        OidRequest request = new OidRequest(false, "", "", "", "", "", "order-17");
        OidNode node = allot(request).node();
        String handle = node.handle().orElseThrow().toString();
        assertThat(handle).matches("88\\.118\\.5/[0-9A-Z]{12}");
        assertThat(equivalents(handle)).containsExactly(node.oid().canonical());
        assertThat(store.find(node.handle().orElseThrow())
                        .orElseThrow()
                        .decode()
                        .findByIndex(100))
                .isPresent();
        assertThat(allot(request)).isEqualTo(new OidRegistrar.Outcome(node, false));
        assertThat(allot(request.withKey("")).node().oid()).isNotEqualTo(node.oid());
    }

    @Test
    void allot_aGivenNumber_isSkippedByTheCounter_andNeverGivenTwice() {
        assertThat(dotted(allot(OidRequest.ofHandle("88.118.5/KILN-1").withArc("1"))))
                .isEqualTo("2.999.7.5.1");
        assertThat(dotted(allot(OidRequest.ofHandle("88.118.5/KILN-2")))).isEqualTo("2.999.7.5.2");
        put("88.118.5/KILN-3");
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-3").withArc("2"), OidRefusal.ARC_TAKEN);
        assertThat(dotted(allot(OidRequest.ofHandle("88.118.5/KILN-3").withArc("900719925474099312345"))))
                .isEqualTo("2.999.7.5.900719925474099312345");
    }

    @Test
    void allot_aLabel_isUniqueAmongItsNeighbours_andCanBeGivenLater() {
        OidNode kiln =
                allot(OidRequest.ofHandle("88.118.5/KILN-1").withLabel("窑炉")).node();
        String key = OidLabel.parse("窑炉").orElseThrow().key();
        assertThat(key).startsWith("xn--");
        assertThat(allotments.find(kiln.oid().parent().orElseThrow(), key)).contains(kiln);
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-2").withLabel("窑炉"), OidRefusal.LABEL_TAKEN);
        assertThat(allotments.find(HandleName.parse("88.118.5/KILN-2"))).isEmpty();

        allot(OidRequest.ofHandle("88.118.5/KILN-2"));
        assertThat(allot(OidRequest.ofHandle("88.118.5/KILN-2").withLabel("Kiln"))
                        .node()
                        .label())
                .isEqualTo("Kiln");
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-2").withLabel("Oven"), OidRefusal.LABEL_OTHER);
        assertThat(allotments.history(Oid.of("2.999.7.5.2")))
                .extracting(OidAllotments.Event::action)
                .containsExactly("allotted", "labelled");
    }

    @Test
    void allot_belowARecordsNode() {
        Oid parent = allot(OidRequest.ofHandle("88.118.5/KILN-1")).node().oid();
        assertThat(dotted(allot(OidRequest.ofHandle("88.118.5/KILN-2").withParent(parent.iri()))))
                .isEqualTo(parent + ".1");
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-2").withParent("2.999.7.5"), OidRefusal.HANDLE_OTHER);
        put("88.118.5/KILN-3");
        OidRequest third = OidRequest.ofHandle("88.118.5/KILN-3");
        assertRefused(third.withParent("2.999.7.5.77"), OidRefusal.PARENT_UNKNOWN);
        assertRefused(third.withParent("1.2.3"), OidRefusal.PARENT_UNKNOWN);
        assertRefused(third.withParent("2.999.7"), OidRefusal.PARENT_FOREIGN);
        assertRefused(third.withParent("seven"), OidRefusal.PARENT_MALFORMED);
        registrar.allot(OidRequest.ofEnterprise("88.118.6"), OPERATOR);
        assertRefused(third.withParent("2.999.7.6"), OidRefusal.PARENT_FOREIGN);
    }

    @Test
    void allot_tooDeep_isRefused() {
        allot(OidRequest.ofHandle("88.118.5/KILN-1").withArc("9".repeat(30)));
        String parent = "2.999.7.5." + "9".repeat(30);
        for (int i = 0; i < 3; i++) {
            put("88.118.5/DEEP-" + i);
            allot(OidRequest.ofHandle("88.118.5/DEEP-" + i).withParent(parent).withArc("9".repeat(30)));
            parent += "." + "9".repeat(30);
        }
        put("88.118.5/DEEPEST");
        assertRefused(
                OidRequest.ofHandle("88.118.5/DEEPEST").withParent(parent).withArc("9".repeat(30)),
                OidRefusal.TOO_DEEP);
    }

    @Test
    void allot_toAnEnterprise_takesTheNumberOfItsPrefix_orTheNextFree() {
        assertThat(dotted(registrar.allot(OidRequest.ofEnterprise("88.118.6"), OPERATOR)))
                .isEqualTo("2.999.7.6");
        assertThat(registrar.allot(OidRequest.ofEnterprise("88.118.6"), GLASS).isNew())
                .isFalse();
        registrar.allot(OidRequest.ofEnterprise("88.118.8").withArc("9"), OPERATOR);
        assertThat(dotted(registrar.allot(OidRequest.ofEnterprise("88.118.9"), OPERATOR)))
                .isEqualTo("2.999.7.1");
        assertThat(dotted(registrar.allot(OidRequest.ofEnterprise("88.118.abc"), OPERATOR)))
                .isEqualTo("2.999.7.2");
        assertThat(allotments.children(ARC.oid(), Optional.empty(), 10))
                .extracting(node -> node.oid().lastArc().intValue())
                .containsExactly(1, 2, 6, 9);
        assertThat(allotments.children(ARC.oid(), Optional.of(BigInteger.TWO), 1))
                .extracting(node -> node.oid().lastArc().intValue())
                .containsExactly(6);
        assertThat(allotments.countChildren(ARC.oid())).isEqualTo(4);
    }

    @Test
    void allot_underAnothersPrefix_isForbidden() {
        assertThatThrownBy(() -> allot(OidRequest.ofHandle("88.118.6/OVEN-1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("88.118.6");
        assertThatThrownBy(() -> registrar.allot(OidRequest.ofHandle("88.118.6/OVEN-1"), Caller.PUBLIC))
                .isInstanceOf(ProblemException.class);
        assertThat(equivalents("88.118.6/OVEN-1")).isEmpty();
        assertThat(changed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "88.118.5/NOWHERE, '', '', HANDLE_UNKNOWN",
        "88.118.5, '', '', HANDLE_MALFORMED",
        "88.119.5/KILN-1, '', '', PREFIX_FOREIGN",
        "88.118.5/KILN-1, 007, '', ARC_MALFORMED",
        "88.118.5/KILN-1, -1, '', ARC_MALFORMED",
        "88.118.5/KILN-1, 1234567890123456789012345678901, '', ARC_MALFORMED",
        "88.118.5/KILN-1, '', 12, LABEL_MALFORMED",
        "88.118.5/KILN-1, '', ns, LABEL_MALFORMED",
        "88.118.5/KILN-1, '', -kiln, LABEL_MALFORMED",
        "88.118.5/KILN-1, '', xn--kiln, LABEL_MALFORMED",
        "88.118.5/KILN-1, '', a.b, LABEL_MALFORMED"
    })
    void allot_wrong_isRefused_andNothingIsWritten(String handle, String arc, String label, OidRefusal refusal) {
        assertRefused(OidRequest.ofHandle(handle).withArc(arc).withLabel(label), refusal);
        assertThat(equivalents("88.118.5/KILN-1")).isEmpty();
    }

    @Test
    void allot_toARetiredRecord_isRefused() {
        HandleName name = HandleName.parse("88.118.5/KILN-1");
        store.createOrReplace(new HandleRecord(name, List.of(HandleValue.text(1400, "RETIRED", "{}", 1))));
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-1"), OidRefusal.HANDLE_RETIRED);
    }

    private void assertRefused(OidRequest request, OidRefusal refusal) {
        assertThatExceptionOfType(OidRefusedException.class)
                .isThrownBy(() -> allot(request))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    /** A quota of one record, which is made here; then none is left, and then the enterprise is suspended. */
    @Test
    void allot_keepsToTheQuota_andNotForTheSuspended() {
        AtomicLong left = new AtomicLong(1);
        quotas = new Quotas() {
            @Override
            public Reservation reserve(String prefix, long records) {
                if (left.get() < 0) {
                    return new Reservation(Status.SUSPENDED, 1, 0, "arrears");
                }
                boolean isThere = left.get() >= records;
                left.addAndGet(isThere ? -records : 0);
                return new Reservation(isThere ? Status.GRANTED : Status.EXHAUSTED, 1, left.get(), "");
            }

            @Override
            public void release(String prefix, long records) {
                left.addAndGet(records);
            }
        };
        registrar = registrar(allotments);
        OidRequest made = new OidRequest(false, "", "", "", "", "", "");
        assertRefused(made.withArc("1").withParent("2.999.7.5"), OidRefusal.PARENT_UNKNOWN);
        allot(OidRequest.ofHandle("88.118.5/KILN-1"));
        assertRefused(made.withArc("1"), OidRefusal.ARC_TAKEN);
        allot(made);
        assertRefused(made, OidRefusal.NO_QUOTA);
        allot(OidRequest.ofHandle("88.118.5/KILN-2"));
        left.set(-1);
        assertRefused(OidRequest.ofHandle("88.118.5/KILN-2"), OidRefusal.SUSPENDED);
    }

    @Test
    void allot_byAnOperatorWithoutPrefix_needsOne() {
        assertThatExceptionOfType(OidRefusedException.class)
                .isThrownBy(() -> registrar.allot(new OidRequest(false, "", "", "", "", "", ""), OPERATOR))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(OidRefusal.PREFIX_NEEDED));
    }

    @Test
    void allot_fromManyThreadsAtOnce_givesEachNumberOnce_andAHandleOne() throws Exception {
        int many = 40;
        List<Callable<OidNode>> work = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            put("88.118.5/MANY-" + i);
            OidRequest request = OidRequest.ofHandle("88.118.5/MANY-" + i / 2);
            work.add(() -> allot(request).node());
        }
        Set<Oid> given = new HashSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<OidNode> done : threads.invokeAll(work)) {
                given.add(done.get().oid());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(given).hasSize(many / 2);
        assertThat(allotments.countChildren(Oid.of("2.999.7.5"))).isEqualTo(many / 2);
    }

    @Test
    void reopened_everythingIsThere_andAnotherArcBeginsAnew() {
        SqlConfig config = engine().freshConfig();
        try (SqlDatabase database = SqlDatabase.open(config, "registrar")) {
            registrar(OidAllotments.open(database.jdbi(), clock, ARC, "88.118"))
                    .allot(OidRequest.ofHandle("88.118.5/KILN-1"), CEMENT);
        }
        try (SqlDatabase database = SqlDatabase.open(config, "registrar")) {
            OidAllotments again = OidAllotments.open(database.jdbi(), clock, ARC, "88.118");
            assertThat(again.find(HandleName.parse("88.118.5/KILN-1"))
                            .orElseThrow()
                            .oid())
                    .isEqualTo(Oid.of("2.999.7.5.1"));
            OidArc other = new OidArc(Oid.of("2.999.8"), OidArc.ZONE);
            OidRegistrar elsewhere = registrar(OidAllotments.open(database.jdbi(), clock, other, "88.118"));
            assertThat(dotted(elsewhere.allot(OidRequest.ofHandle("88.118.5/KILN-1"), CEMENT)))
                    .isEqualTo("2.999.8.5.1");
            assertThat(equivalents("88.118.5/KILN-1")).containsExactly("urn:oid:2.999.7.5.1", "urn:oid:2.999.8.5.1");
        }
    }
}
