// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.Arrays;

/**
 * Who counts as a peer, besides the industry.
 *
 * @param region how near peers must be
 * @param isSameSize whether they must be of the enterprise's size class
 */
public record PeerSelection(RegionLevel region, boolean isSameSize) {
    /** Peers of the whole country and of any size. */
    public static final PeerSelection NATION = new PeerSelection(RegionLevel.NATION, false);

    /** How many digits of GB/T 2260 peers share. */
    public enum RegionLevel {
        NATION("nation", 0),
        PROVINCE("province", 2),
        CITY("city", 4),
        COUNTY("county", 6);

        private final String code;
        private final int digits;

        RegionLevel(String code, int digits) {
            this.code = code;
            this.digits = digits;
        }

        public static RegionLevel fromCode(String code) {
            return Arrays.stream(values())
                    .filter(level -> level.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown region level '" + code + "', not one of nation, province, city, county"));
        }

        public String code() {
            return code;
        }

        public int digits() {
            return digits;
        }

        /** The part of a code of GB/T 2260 that peers share. */
        public String part(String region) {
            return region.substring(0, Math.min(digits, region.length()));
        }
    }
}
