// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

/**
 * What is measured, by whom, and how its values are to be read.
 *
 * @param terminal handle of the device that signs
 * @param meter handle of the device that measures; may be the terminal
 * @param source the enterprise's own name of the emission source
 * @param kind kind of activity data, for instance {@code electricity}
 * @param unit of the values
 * @param isCounter true when values are what a counter shows; false when each is the amount since the one before
 */
public record Meter(String terminal, String meter, String source, String kind, String unit, boolean isCounter) {}
