// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;

/**
 * One demonstration enterprise of the sample data.
 *
 * @param account name of its clerk's account, and of its folder in the sample data
 * @param prefix all its identifiers lie under
 */
record SampleEnterprise(String account, String prefix) {
    /** The prefix the sample files are written for. */
    static final String NODE_PREFIX = "88.118";

    private static final List<String> SECTORS =
            List.of("cement", "flat-glass", "chemicals", "steel", "automobile", "aluminium");

    /** One enterprise for each of the six sectors. */
    static List<SampleEnterprise> all() {
        List<SampleEnterprise> enterprises = new java.util.ArrayList<>();
        for (int i = 0; i < SECTORS.size(); i++) {
            enterprises.add(new SampleEnterprise(SECTORS.get(i), NODE_PREFIX + "." + (i + 1)));
        }
        return List.copyOf(enterprises);
    }

    String handle() {
        return prefix + "/ENTERPRISE";
    }
}
