// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.portrait.MonitorSettings;
import org.tanma.carbon.service.portrait.SettingStore;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.kit.rest.Caller;

/**
 * Watches over the demonstration enterprises as their clerks would: sets what the sample sets, and checks the year.
 *
 * @param readings sends the hours of a meter
 */
record SampleMonitor(
        SampleReadings readings, IdentifierPlane identifiers, MonitorSettings settings, WarningService warnings) {
    /** Thresholds and planned stops that somebody changed since stay as they are. */
    void watch(SampleEnterprise enterprise, int year, Caller loader) {
        if (settings.find(enterprise.handle(), SettingStore.Topic.THRESHOLDS).isEmpty()) {
            SampleFiles.find(enterprise.account() + "/thresholds.json")
                    .ifPresent(octets -> settings.putThresholds(enterprise.handle(), octets, null, loader.name()));
        }
        identifiers.findEnterprise(enterprise.handle()).ifPresent(profile -> warnings.check(profile, year));
    }
}
