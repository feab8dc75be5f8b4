// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/**
 * Electricity of a year by sorts of hours, meter by meter; meters are not added up, for one may count what another counts too.
 *
 * @param tariff null when none is known for the place and none is set
 * @param gridFactor of the year's evaluation; null when it is not evaluated
 * @param notices what a reader should know
 */
public record TimeOfUseView(
        String enterprise,
        int year,
        @Nullable TariffView tariff,
        @Nullable Amount gridFactor,
        List<MeterView> meters,
        List<LocalText> notices) {
    public TimeOfUseView {
        meters = List.copyOf(meters);
        notices = List.copyOf(notices);
    }

    /**
     * The hours that were used.
     *
     * @param quality how far they were checked against their source
     * @param isOwn true for the enterprise's own
     */
    public record TariffView(String edition, LocalText title, String quality, LocalText qualityLabel, boolean isOwn) {}

    /**
     * One meter.
     *
     * @param spanningMwh of readings that lie in two sorts of hours and are in none
     * @param knownHours time with readings
     * @param missingHours time without: not counted as no use
     */
    public record MeterView(
            String meter,
            String kind,
            List<PeriodView> periods,
            String totalMwh,
            String spanningMwh,
            String knownHours,
            String missingHours) {}

    /** One sort of hours; {@code shareOfKnown} is of 100 of what was read, {@code co2} at the factor of the year, null without one. */
    public record PeriodView(
            String period,
            LocalText label,
            String energyMwh,
            String shareOfKnown,
            @Nullable String co2T) {}
}
