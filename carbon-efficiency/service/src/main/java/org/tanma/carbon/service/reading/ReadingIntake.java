// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ingest.UnitCheck;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.KindRole;
import org.tanma.carbon.service.ledger.ActivityDraft;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.EntryContent;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.service.ledger.RecordedVersion;
import org.tanma.carbon.service.reading.BatchReceipt.MonthReceipt;
import org.tanma.carbon.service.reading.BatchReceipt.State;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * Takes in statements of terminals.
 *
 * <p>Contract: a statement counts once, and only when the key whose digest the terminal's record names has signed it, when it is
 * the next of its terminal and goes on where the meter's readings end; what the receipt calls kept is on disk. A month that the
 * readings cover whole becomes an entry of the ledger ({@link MonthlyAmount}), whose evidence is the digest of the list of the
 * digests of its statements; any other month stays to be reported. Safe between threads.
 */
public final class ReadingIntake {
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final IdentifierPlane identifiers;
    private final KindCatalog kinds;
    private final UnitCatalog units;
    private final UnitCheck unitCheck;
    private final ReadingStore store;
    private final ActivityLedger ledger;
    private final InstantSource clock;

    public ReadingIntake(
            IdentifierPlane identifiers,
            KindCatalog kinds,
            UnitCatalog units,
            ReadingStore store,
            ActivityLedger ledger,
            InstantSource clock) {
        this.identifiers = identifiers;
        this.kinds = kinds;
        this.units = units;
        this.unitCheck = new UnitCheck(units);
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A statement that was read, and whose it says it is; its signature is not judged yet. */
    public static final class Claimed {
        private final Statement statement;
        private final SignedBatch batch;
        private final DeviceProfile terminal;

        private Claimed(Statement statement, SignedBatch batch, DeviceProfile terminal) {
            this.statement = statement;
            this.batch = batch;
            this.terminal = terminal;
        }

        /** Handle of the enterprise whose terminal it names. */
        public String enterprise() {
            return terminal.enterprise();
        }
    }

    /** Reads a statement; one that cannot be read, or names no registered terminal, is refused with a problem. */
    public Claimed read(byte[] octets) {
        Statement statement = Statement.read(octets);
        SignedBatch batch = BatchReader.read(statement.payload());
        DeviceProfile terminal = identifiers
                .findDevice(batch.terminal())
                .filter(t -> !t.enterprise().isEmpty())
                .orElseThrow(() -> Statement.refused(List.of(new WordedViolation(
                        "terminal",
                        batch.terminal(),
                        new Wording("已注册终端或设备的标识", "the handle of a registered terminal or device"),
                        new Wording("请先注册该终端，并写明所属企业", "register it first, with its enterprise")))));
        return new Claimed(statement, batch, terminal);
    }

    /** Takes in a statement, or refuses it with a problem and stores nothing. */
    public BatchReceipt take(Claimed claimed, String account) {
        requireSigned(claimed);
        List<WordedViolation> violations = new ArrayList<>();
        DeviceProfile meter = meter(claimed, violations);
        Optional<ActivityKind> kind = kind(claimed.batch, violations);
        Instant latest = clock.instant().plus(CLOCKS_APART);
        if (claimed.batch.last().isAfter(latest)) {
            violations.add(new WordedViolation(
                    "readings",
                    claimed.batch.last().toString(),
                    new Wording("不晚于现在", "not later than now"),
                    new Wording("请检查终端的时钟", "check the clock of the terminal")));
        }
        if (!violations.isEmpty() || kind.isEmpty()) {
            throw Statement.refused(violations);
        }
        SignedBatch batch = claimed.batch.named(claimed.terminal.handle(), meter.handle());
        String code = kind.get().code();
        KeptBatch kept = new KeptBatch(
                batch.terminal(),
                batch.sequence(),
                claimed.statement.digest(),
                claimed.enterprise(),
                claimed.statement.text());
        Appended appended = store.append(batch, code, kept, account, last -> BatchIntervals.of(batch, code, last));
        if (appended instanceof Appended.Kept done) {
            return new BatchReceipt(
                    batch.terminal(),
                    batch.sequence(),
                    kept.digest(),
                    batch.meter(),
                    done.readings().size(),
                    months(kept, batch, kind.get(), done.readings(), account));
        }
        if (appended instanceof Appended.Repeated) {
            complete(kept, batch, kind.get(), account);
        }
        throw refused(appended, batch, kept);
    }

    private static void requireSigned(Claimed claimed) {
        String registered = claimed.terminal.keyDigest();
        String given = claimed.statement.key().digest();
        if (!registered.equals(given)) {
            throw Statement.refused(List.of(new WordedViolation(
                    "header.jwk",
                    given,
                    registered.isEmpty()
                            ? new Wording("终端记录中的 publicKeyDigest", "publicKeyDigest of the terminal's record")
                            : Wording.same(registered),
                    registered.isEmpty()
                            ? new Wording(
                                    "该终端的记录没有登记签名公钥摘要，请先登记",
                                    "the terminal's record names no key; register the digest of its key first")
                            : new Wording(
                                    "签名所用的密钥不是该终端登记的密钥", "this is not the key that the terminal's record names"))));
        }
        if (!claimed.statement.isSigned()) {
            throw Statement.refused(List.of(new WordedViolation(
                    "signature",
                    "",
                    new Wording("header.jwk 的有效签名", "a signature that the key in header.jwk made"),
                    new Wording("内容在签名之后被改动，或签名有误", "what was signed was changed, or the signature is wrong"))));
        }
    }

    private DeviceProfile meter(Claimed claimed, List<WordedViolation> violations) {
        SignedBatch batch = claimed.batch;
        if (batch.meter().equals(batch.terminal())) {
            return claimed.terminal;
        }
        Optional<DeviceProfile> meter = identifiers.findDevice(batch.meter());
        if (meter.isEmpty() || !meter.get().enterprise().equals(claimed.enterprise())) {
            violations.add(new WordedViolation(
                    "meter",
                    batch.meter(),
                    new Wording(claimed.enterprise() + " 已注册的设备", "a registered device of " + claimed.enterprise()),
                    meter.isEmpty()
                            ? new Wording("请先注册该设备", "register the device first")
                            : new Wording("该计量器具属于另一企业", "this meter belongs to another enterprise")));
        }
        return meter.orElse(claimed.terminal);
    }

    private Optional<ActivityKind> kind(SignedBatch batch, List<WordedViolation> violations) {
        Optional<ActivityKind> kind = kinds.find(batch.kind()).filter(k -> k.role() == KindRole.READING);
        if (kind.isEmpty()) {
            violations.add(new WordedViolation(
                    "kind",
                    batch.kind(),
                    new Wording(
                            "活动数据种类，全部见 /api/v1/activity-kinds",
                            "a kind of activity data; all are listed at /api/v1/activity-kinds"),
                    Wording.NONE));
        }
        kind.flatMap(k -> unitCheck.check(batch.unit(), k)).ifPresent(violations::add);
        return kind;
    }

    private static ProblemException refused(Appended appended, SignedBatch batch, KeptBatch kept) {
        if (appended instanceof Appended.Refused refused) {
            return Statement.refused(refused.violations());
        }
        if (appended instanceof Appended.OutOfTurn turn) {
            return conflict(
                    "out-of-turn",
                    new Wording(
                            "该批读数不是终端的下一批，未存入任何内容。", "This is not the terminal's next statement; nothing was stored."),
                    List.of(
                            new WordedViolation(
                                    "sequence",
                                    Long.toString(batch.sequence()),
                                    Wording.same(Long.toString(turn.sequence())),
                                    new Wording("按次序发送，缺失的批次先发", "send them in their order, the missing ones first")),
                            new WordedViolation(
                                    "previous",
                                    batch.previous(),
                                    turn.previous().isEmpty()
                                            ? new Wording("第一批不写此项", "nothing in the first statement")
                                            : Wording.same(turn.previous()),
                                    Wording.NONE)));
        }
        return conflict(
                "already-received",
                new Wording(
                        "该批读数（" + kept.digest() + "）已收到，未重复计算。",
                        "This statement (" + kept.digest() + ") is here already; nothing was counted twice."),
                List.of());
    }

    private static ProblemException conflict(String name, Wording detail, List<WordedViolation> violations) {
        return new ProblemException(new WordedProblem(name, 409, new Wording("与现状冲突", "Conflict"), detail, violations));
    }

    /** Enters what an interruption between keeping the statement and entering its months may have left out. */
    private void complete(KeptBatch kept, SignedBatch batch, ActivityKind kind, String account) {
        for (Period month : ended(store.of(kept.terminal(), kept.sequence()))) {
            EntryKey key = new EntryKey(kept.enterprise(), batch.source(), kind.code(), month);
            if (ledger.history(key).isEmpty()) {
                month(kept, batch, kind, month, account);
            }
        }
    }

    private List<MonthReceipt> months(
            KeptBatch kept, SignedBatch batch, ActivityKind kind, List<MeterReading> readings, String account) {
        List<MonthReceipt> receipts = new ArrayList<>();
        ended(readings).forEach(month -> receipts.add(month(kept, batch, kind, month, account)));
        Period running = MonthlyAmount.monthOf(batch.last());
        if (MonthlyAmount.end(running).isAfter(batch.last())) {
            receipts.add(new MonthReceipt(running.text(), State.RUNNING, "", "", 0));
        }
        return receipts;
    }

    /** The months that end within these readings: each month ends once, however often it is touched. */
    private static List<Period> ended(List<MeterReading> readings) {
        List<Period> months = new ArrayList<>();
        if (!readings.isEmpty()) {
            Instant from = readings.get(0).from();
            Instant to = readings.get(readings.size() - 1).to();
            Period month = MonthlyAmount.monthOf(from.plusNanos(1));
            while (!MonthlyAmount.end(month).isAfter(to)) {
                months.add(month);
                month = MonthlyAmount.monthOf(MonthlyAmount.end(month).plusNanos(1));
            }
        }
        return months;
    }

    private MonthReceipt month(KeptBatch kept, SignedBatch batch, ActivityKind kind, Period month, String account) {
        Instant start = MonthlyAmount.start(month);
        Instant end = MonthlyAmount.end(month);
        List<MeterReading> readings = store.touching(batch.meter(), kind.code(), start, end);
        Map<String, Unit> byText = new TreeMap<>();
        readings.forEach(r -> byText.computeIfAbsent(r.unit(), units::get));
        Optional<MonthlyAmount> amount =
                MonthlyAmount.of(readings, byText, units.get(kind.usualUnits().get(0))).stream()
                        .filter(m -> m.month().equals(month) && m.isWhole())
                        .findFirst();
        if (amount.isEmpty()) {
            return new MonthReceipt(month.text(), State.NOT_WHOLE, "", "", 0);
        }
        List<String> batches = store.batches(batch.meter(), kind.code(), start, end);
        String evidence = StatementKey.sha256(String.join("\n", batches).getBytes(StandardCharsets.US_ASCII));
        store.keepEvidence(evidence, batches);
        String text = amount.get().amount().toPlainString();
        String unit = amount.get().unit().symbol();
        RecordedVersion recorded = ledger.record(
                        List.of(new ActivityDraft(
                                new EntryKey(kept.enterprise(), batch.source(), kind.code(), month),
                                new EntryContent(text, unit, batch.meter(), evidence, Map.of(), ""),
                                kept.terminal() + " #" + kept.sequence())),
                        account)
                .get(0);
        State state = recorded.isNew() ? State.RECORDED : recorded.isRefused() ? State.CLOSED : State.UNCHANGED;
        return new MonthReceipt(month.text(), state, text, unit, recorded.version());
    }
}
