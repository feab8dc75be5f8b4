// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.goods;

/**
 * What a CN code belongs to.
 *
 * @param cn the beginning of the code, 4 to 8 digits
 * @param category aggregated goods category, for example {@code crude-steel}; {@code scrap} and {@code outside} are not goods
 *     of CBAM
 * @param sector for example {@code iron-and-steel}; empty where CBAM does not apply
 * @param isDirectOnly whether its own indirect emissions are left out (Annex II of Regulation (EU) 2023/956)
 * @param source document and place
 */
public record CbamGood(String cn, String category, String sector, boolean isDirectOnly, String source) {
    /** Whether CBAM applies to it. */
    public boolean isCovered() {
        return !sector.isEmpty();
    }
}
