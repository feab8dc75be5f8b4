// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

/** How wide an area the factor found holds for, against the place asked about; narrowest first. */
public enum FallbackLevel {
    /** Exactly the place asked about. */
    REQUESTED("requested"),
    /** The grid region around the province asked about. */
    GRID_REGION("grid-region"),
    /** The whole country. */
    COUNTRY("country"),
    /** Holds anywhere. */
    WORLD("world");

    private final String code;

    FallbackLevel(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
