// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

/**
 * Which enterprises of an industry a peer set holds, and how they are measured.
 *
 * @param region digits of GB/T 2260 that they share; empty for the whole country
 * @param size size class that they share: {@code large}, {@code medium}, {@code small}, {@code micro}; empty for any
 * @param emissionUnit unit of emissions, {@code tCO2} or {@code tCO2e}
 * @param denominatorUnit unit of what emissions are divided by, {@code CNY10k} for value added
 */
public record PeerSelection(String region, String size, String emissionUnit, String denominatorUnit) {
    /** The whole country and any size, in tCO2 and 10 000 yuan of value added. */
    public static final PeerSelection USUAL = new PeerSelection("", "", "tCO2", "CNY10k");
}
