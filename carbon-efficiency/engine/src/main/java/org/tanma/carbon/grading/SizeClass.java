// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.Arrays;
import java.util.Optional;

/** Size of an enterprise in the four classes of Chinese statistics; declared, never derived here. */
public enum SizeClass {
    LARGE("large"),
    MEDIUM("medium"),
    SMALL("small"),
    MICRO("micro");

    private final String code;

    SizeClass(String code) {
        this.code = code;
    }

    public static Optional<SizeClass> fromCode(String code) {
        return Arrays.stream(values()).filter(size -> size.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }
}
