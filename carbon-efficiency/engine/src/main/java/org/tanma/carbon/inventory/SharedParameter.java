// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.method.Parameter;

/**
 * A measured parameter that holds all year for several readings.
 *
 * @param scope a source ({@code KILN-1}), an activity ({@code fuel/bituminous-coal}) or a term ({@code clinker}); where
 *     several apply, a reading's own value comes first, then source, activity, term
 * @param parameter which
 * @param measured its value
 */
public record SharedParameter(String scope, Parameter parameter, MeasuredValue measured) {}
