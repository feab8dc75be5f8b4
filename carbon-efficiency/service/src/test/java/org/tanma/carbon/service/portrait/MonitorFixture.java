// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.KINDS;
import static org.tanma.carbon.service.CarbonFixture.NOW;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;
import static org.tanma.carbon.service.CarbonFixture.clerk;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.nio.charset.StandardCharsets;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.ingest.ReadingSeries;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.sql.SqlDatabase;

/** The stores and services of this package on a database, over the sample data. */
public final class MonitorFixture {
    public static final PortraitEditions EDITIONS = PortraitEditions.readShipped(CATALOG.units());

    public final CarbonFixture carbon;
    public final SettingStore settings;
    public final WarningStore warnings;
    public final VerificationStore verifications;
    public final PortraitStore portraitStore;
    public final MonitorSettings monitor;
    public final WarningService service;
    public final PortraitService portraits;
    public final TimeOfUseService timeOfUse;

    public MonitorFixture(SqlDatabase database, ReadingSeries readings) {
        this.carbon = new CarbonFixture(database);
        this.settings = new SettingStore(database.jdbi(), () -> NOW);
        this.warnings = new WarningStore(database.jdbi(), () -> NOW);
        this.verifications = new VerificationStore(database.jdbi(), () -> NOW);
        this.portraitStore = new PortraitStore(database.jdbi());
        this.monitor = new MonitorSettings(settings, CATALOG.units());
        this.service = new WarningService(
                carbon.ledger, readings, carbon.store, settings, warnings, CATALOG, KINDS, () -> NOW);
        this.portraits = new PortraitService(
                carbon.store,
                portraitStore,
                verifications,
                warnings,
                carbon.ledger,
                CATALOG,
                EDITIONS,
                KINDS,
                () -> NOW);
        this.timeOfUse =
                new TimeOfUseService(carbon.ledger, readings, carbon.store, settings, CATALOG, EDITIONS, () -> NOW);
        carbon.peerSets.store(PeerSetTable.read(sample("peer-sets.csv")), "regulator");
    }

    public EnterpriseProfile load(String prefix, String folder) {
        String handle = prefix + "/ENTERPRISE";
        carbon.ingest.csv(handle, sample(folder + "/activity-data.csv"), PLAIN, "clerk");
        return carbon.identifiers.findEnterprise(handle).orElseThrow();
    }

    public String evaluate(EnterpriseProfile enterprise) {
        return ((EvaluationOutcome.Evaluated)
                        carbon.evaluations.evaluate(enterprise.handle(), 2025, clerk(enterprise.handle())))
                .evaluation()
                .id();
    }

    public void set(String scope, String body) {
        monitor.putThresholds(scope, body.getBytes(StandardCharsets.UTF_8), null, "clerk");
    }
}
