// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.analysis;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quality.Completeness;
import org.tanma.carbon.quality.DataQualityScore;
import org.tanma.carbon.uncertainty.Propagation;
import org.tanma.carbon.uncertainty.Simulation;

/**
 * How far an inventory can be relied on.
 *
 * @param completeness how much of what the method asks for was said
 * @param quality how good the data are
 * @param propagation how uncertain the total is, by propagation of error
 * @param simulation the same by drawing samples; null where none was asked for
 */
public record Assessment(
        Completeness completeness,
        DataQualityScore quality,
        Propagation propagation,
        @Nullable Simulation simulation) {}
