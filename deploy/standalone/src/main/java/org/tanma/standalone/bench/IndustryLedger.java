// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.peer.PeerRow;
import org.tanma.carbon.service.peer.PeerSetDraft;

/**
 * An industry made up from a fixed seed: enterprises all over the country, their monthly figures in the tables of the ledger, and
 * peers. The same numbers give the same ledger.
 *
 * @param enterprises how many
 * @param sources of each, read every month; the year's value added comes on top
 * @param absent kinds of activity data that each enterprise declares not to have, because the method asks about them
 * @param isByMonth whether the rows lie in the order in which a year's reports come in, rather than by enterprise
 */
record IndustryLedger(int enterprises, int sources, List<ActivityKind> absent, boolean isByMonth)
        implements IdentifierPlane {
    /** Cotton spinning: accounted as other industry. */
    static final String INDUSTRY = "1711";

    static final int YEAR = 2025;
    private static final int MONTHS = 12;
    private static final int BATCH = 10_000;
    private static final int PEERS = 200;
    private static final String RECORDED_AT = "2026-01-10T08:00:00Z";
    private static final String[] REGIONS = {"330522", "320506", "370100", "410100", "420100", "650100", "130100"};
    private static final String INSERT =
            "INSERT INTO activity_entry (enterprise, source, kind, period, year, version, amount, unit, meter, evidence,"
                    + " measured, note, recorded_by, recorded_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private enum Sort {
        BOILER("fuel/bituminous-coal", "t", 4_000),
        GAS_BOILER("fuel/natural-gas", "10^4Nm3", 90),
        GRID("electricity", "MWh", 9_000),
        STEAM("heat", "GJ", 30_000),
        LORRIES("fuel/diesel", "t", 40),
        CARS("fuel/gasoline", "t", 6),
        CANTEEN("fuel/lpg", "t", 3),
        FURNACE("fuel/fuel-oil", "t", 200);

        private final String kind;
        private final String unit;
        private final int most;

        Sort(String kind, String unit, int most) {
            this.kind = kind;
            this.unit = unit;
            this.most = most;
        }

        private static Sort of(int source) {
            return values()[source % values().length];
        }
    }

    IndustryLedger {
        absent = List.copyOf(absent);
    }

    /** An industry by the method that is in force for it. */
    static IndustryLedger of(
            EngineCatalog catalog, KindCatalog kinds, int enterprises, int sources, boolean isByMonth) {
        AccountingMethod method = catalog.methods()
                .findInForce(IndustryCatalog.load().of(INDUSTRY).method(), YEAR)
                .orElseThrow();
        List<ActivityKind> absent = method.terms().stream()
                .filter(MethodTerm::isRequired)
                .filter(term -> IntStream.range(0, sources)
                        .noneMatch(
                                source -> kinds.get(Sort.of(source).kind).term().equals(term.id())))
                .map(term -> kinds.examples(term.id()).get(0))
                .toList();
        return new IndustryLedger(enterprises, sources, absent, isByMonth);
    }

    /** How many entries of an enterprise count. */
    int entriesOfEach() {
        return sources * MONTHS + 1 + absent.size();
    }

    /** How many rows there are. */
    long rows() {
        return (long) enterprises * entriesOfEach() + corrections();
    }

    private long corrections() {
        long corrected = 0;
        for (int enterprise = 0; enterprise < enterprises; enterprise++) {
            corrected += isCorrected(enterprise) ? 1 : 0;
        }
        return corrected;
    }

    /** Every tenth has mended its March once. */
    private static boolean isCorrected(int enterprise) {
        return enterprise % 10 == 3;
    }

    private static String handle(int enterprise) {
        return String.format(Locale.ROOT, "88.118.%d/E%07d", 1 + enterprise % 1_000, enterprise);
    }

    @Override
    public boolean exists(String handle) {
        return number(handle) >= 0;
    }

    @Override
    public Optional<EnterpriseProfile> findEnterprise(String handle) {
        int number = number(handle);
        return number < 0
                ? Optional.empty()
                : Optional.of(new EnterpriseProfile(
                        handle, "纺织 " + number, "Mill " + number, INDUSTRY, REGIONS[number % REGIONS.length], true));
    }

    @Override
    public Optional<DeviceProfile> findDevice(String handle) {
        return Optional.empty();
    }

    private static int number(String handle) {
        int at = handle.indexOf("/E");
        return at < 0 ? -1 : Integer.parseInt(handle, at + 2, handle.length(), 10);
    }

    PeerSetDraft peers() {
        SplittableRandom random = new SplittableRandom(7);
        List<PeerRow> rows = new ArrayList<>();
        for (int peer = 0; peer < PEERS; peer++) {
            rows.add(new PeerRow(
                    "peer-" + peer,
                    BigDecimal.valueOf(random.nextLong(1_000_000, 40_000_000), 2),
                    BigDecimal.valueOf(random.nextLong(100_000, 9_000_000), 2)));
        }
        return new PeerSetDraft(INDUSTRY, YEAR, "made up for a measurement", true, rows);
    }

    /** Writes all entries, in transactions of some {@value #BATCH} rows. */
    void fill(Jdbi jdbi) {
        int blocks = isByMonth ? MONTHS : 1;
        int perTransaction = Math.max(1, BATCH * blocks / Math.max(1, sources * MONTHS));
        for (int block = 0; block < blocks; block++) {
            int firstMonth = 1 + block * MONTHS / blocks;
            int lastMonth = (block + 1) * MONTHS / blocks;
            for (int from = 0; from < enterprises; from += perTransaction) {
                int first = from;
                int end = Math.min(enterprises, from + perTransaction);
                jdbi.useTransaction(h -> {
                    PreparedBatch batch = h.prepareBatch(INSERT);
                    for (int enterprise = first; enterprise < end; enterprise++) {
                        add(batch, enterprise, firstMonth, lastMonth);
                    }
                    batch.execute();
                });
            }
        }
    }

    private void add(PreparedBatch batch, int enterprise, int firstMonth, int lastMonth) {
        String handle = handle(enterprise);
        for (int source = 0; source < sources; source++) {
            Sort sort = Sort.of(source);
            for (int month = firstMonth; month <= lastMonth; month++) {
                SplittableRandom random = new SplittableRandom(((long) enterprise * sources + source) * MONTHS + month);
                String period = YEAR + (month < 10 ? "-0" : "-") + month;
                String measured = sort == Sort.BOILER && enterprise % 4 == 0
                        ? "{\"net-calorific-value\":{\"value\":\"2" + random.nextInt(1, 6) + "."
                                + random.nextInt(10, 99) + "\",\"unit\":\"GJ/t\"}}"
                        : "{}";
                add(
                        batch,
                        handle,
                        sort + "-" + source,
                        sort.kind,
                        period,
                        1,
                        amount(random, sort.most),
                        sort.unit,
                        measured);
                if (month == 3 && source == 0 && isCorrected(enterprise)) {
                    add(
                            batch,
                            handle,
                            sort + "-0",
                            sort.kind,
                            period,
                            2,
                            amount(random, sort.most),
                            sort.unit,
                            measured);
                }
            }
        }
        if (lastMonth == MONTHS) {
            String valueAdded = amount(new SplittableRandom(enterprise), 60_000);
            for (ActivityKind kind : absent) {
                String unit = kind.usualUnits().get(0);
                add(batch, handle, "NONE", kind.code(), Integer.toString(YEAR), 1, "0", unit, "{}");
            }
            add(batch, handle, "ACCOUNTS", "value-added", Integer.toString(YEAR), 1, valueAdded, "CNY10k", "{}");
        }
    }

    private static String amount(SplittableRandom random, int most) {
        return random.nextInt(1, most) + "." + random.nextInt(1, 10);
    }

    private static void add(
            PreparedBatch batch,
            String handle,
            String source,
            String kind,
            String period,
            int version,
            String amount,
            String unit,
            String measured) {
        String meter = handle + "-" + source;
        batch.add(
                handle,
                source,
                kind,
                period,
                YEAR,
                version,
                amount,
                unit,
                meter,
                "",
                measured,
                "",
                "bench",
                RECORDED_AT);
    }
}
