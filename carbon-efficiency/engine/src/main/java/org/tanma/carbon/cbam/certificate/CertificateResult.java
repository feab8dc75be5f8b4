// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.certificate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;

/**
 * The certificates of one import.
 *
 * @param id as in the case
 * @param embedded embedded emissions that count, mark-up included, tCO2e/t
 * @param freeAllocation what is still free, tCO2e/t
 * @param perTonne certificates per tonne, never below 0
 * @param isExempt whether the importer stays within the mass threshold, so that none are due
 * @param total certificates for the mass; null if the mass is not known
 * @param costPerTonne EUR per tonne after the carbon price paid elsewhere; null if no price is known
 * @param cost EUR for the mass; null if price or mass is not known
 * @param trace how it was formed
 */
public record CertificateResult(
        String id,
        Quantity embedded,
        Quantity freeAllocation,
        Quantity perTonne,
        boolean isExempt,
        @Nullable Quantity total,
        @Nullable BigDecimal costPerTonne,
        @Nullable BigDecimal cost,
        TraceNode trace) {}
