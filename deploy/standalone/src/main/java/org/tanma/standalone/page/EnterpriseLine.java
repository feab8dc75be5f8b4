// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.page;

/**
 * One enterprise as the home page lists it.
 *
 * @param token of its newest code; empty when it has none
 * @param grade efficiency grade of that code, 1 to 5; empty when it has none
 */
public record EnterpriseLine(
        String handle, String nameZh, String nameEn, String token, String grade, boolean isDemonstration) {
    public boolean hasCode() {
        return !token.isEmpty();
    }
}
