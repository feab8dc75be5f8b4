// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.declare.DeclarationStore;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.GradingRules;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.finding.FindingSearch;
import org.tanma.carbon.service.ingest.ActivityCalendar;
import org.tanma.carbon.service.ingest.ActivityIngest;
import org.tanma.carbon.service.ingest.ActivityReview;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.PeriodStore;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.reading.ReadingStore;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.scheme.SchemeStore;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.sql.SqlDatabase;

/** The service on a database, with the six demonstration enterprises registered in a plane of its own. */
public final class CarbonFixture {
    public static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    public static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    public static final KindCatalog KINDS = KindCatalog.load(CATALOG.methods(), CATALOG.units());
    public static final String CEMENT = "88.118.1/ENTERPRISE";
    /** Row by row, stored, with a reason for whatever is a correction. */
    public static final ActivityIngest.Mode PLAIN = new ActivityIngest.Mode(false, false, "核对后更正");

    public final RegisteredPlane identifiers = new RegisteredPlane();
    public final ActivityLedger ledger;
    public final PeriodStore periods;
    public final SourceStore sources;
    public final ReadingStore readings;
    public final PeerSetStore peerSets;
    public final EvaluationStore store;
    public final ActivityIngest ingest;
    public final ActivityReview review;
    public final SchemeStore schemes;
    public final DeclarationStore declarations;
    public final SchemeBook book;
    public final EvaluationService evaluations;

    public CarbonFixture(SqlDatabase database) {
        this.ledger = new ActivityLedger(database.jdbi(), () -> NOW);
        this.periods = new PeriodStore(database.jdbi(), () -> NOW);
        this.sources = new SourceStore(database.jdbi(), () -> NOW);
        this.readings = new ReadingStore(database.jdbi(), () -> NOW);
        this.peerSets = new PeerSetStore(database.jdbi(), () -> NOW);
        this.store = new EvaluationStore(database.jdbi());
        this.ingest = new ActivityIngest(ledger, KINDS, CATALOG.units(), identifiers::exists, () -> NOW);
        this.review = new ActivityReview(
                ledger,
                periods,
                new FindingSearch(
                        CATALOG.units(),
                        handle -> identifiers.findDevice(handle).map(DeviceProfile::enterprise)),
                new ActivityCalendar(CATALOG.units()),
                () -> NOW);
        this.schemes = new SchemeStore(database.jdbi(), () -> NOW);
        this.declarations = new DeclarationStore(database.jdbi(), () -> NOW);
        this.book = new SchemeBook(CATALOG, schemes, () -> NOW);
        this.evaluations = new EvaluationService(
                identifiers,
                ledger,
                sources,
                peerSets,
                store,
                CATALOG,
                KINDS,
                new GradingRules("zhejiang-carbon-efficiency", book, declarations),
                () -> NOW);
    }

    /** A resource of the sample data. */
    public static byte[] sample(String path) {
        try (InputStream in = CarbonFixture.class.getResourceAsStream("/sample/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An enterprise's own account. */
    public static Caller clerk(String enterprise) {
        return new Caller(
                "clerk", Set.of("ENTERPRISE_CLERK"), Set.of(enterprise.substring(0, enterprise.indexOf('/'))));
    }

    /** An identifier plane in memory: enterprises that are put in, and every handle below a demonstration prefix. */
    public static final class RegisteredPlane implements IdentifierPlane {
        private final Map<String, EnterpriseProfile> enterprises = new LinkedHashMap<>();
        private final Map<String, DeviceProfile> devices = new LinkedHashMap<>();

        RegisteredPlane() {
            put("88.118.1", "示例水泥", "Demonstration Cement", "3011", "330522");
            put("88.118.2", "示例玻璃", "Demonstration Flat Glass", "3041", "420600");
            put("88.118.3", "示例化工", "Demonstration Chemicals", "2612", "320900");
            put("88.118.4", "示例钢铁", "Demonstration Steel", "3120", "130200");
            put("88.118.5", "示例汽车", "Demonstration Automobile", "3612", "310114");
            put("88.118.6", "示例铝业", "Demonstration Aluminium", "3216", "532500");
        }

        private void put(String prefix, String zh, String en, String industry, String region) {
            String handle = prefix + "/ENTERPRISE";
            put(new EnterpriseProfile(handle, zh, en, industry, region, true));
        }

        public void put(EnterpriseProfile profile) {
            enterprises.put(profile.handle(), profile);
        }

        @Override
        public Optional<EnterpriseProfile> findEnterprise(String handle) {
            return Optional.ofNullable(enterprises.get(handle));
        }

        public void put(DeviceProfile device) {
            devices.put(device.handle(), device);
        }

        @Override
        public Optional<DeviceProfile> findDevice(String handle) {
            DeviceProfile known = devices.get(handle);
            return known != null || !exists(handle)
                    ? Optional.ofNullable(known)
                    : Optional.of(
                            new DeviceProfile(handle, handle.substring(0, handle.indexOf('/')) + "/ENTERPRISE", ""));
        }

        @Override
        public boolean exists(String handle) {
            return handle.matches("88\\.118\\.[1-6]/[A-Z0-9.-]+");
        }
    }
}
