// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import java.time.Instant;

/**
 * One reading.
 *
 * @param at when it was taken, whole seconds
 * @param value decimal text
 */
public record Reading(Instant at, String value) {}
