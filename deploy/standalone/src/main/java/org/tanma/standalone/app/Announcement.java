// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;
import java.util.Map;

/**
 * What a started node says of itself: the JSON line of {@code up --json}, field for field.
 *
 * @param startMillis from the command to the first answer
 * @param urls {@code web}, {@code http}, {@code handle}, {@code openapi}, {@code status}, {@code dns} where it is answered
 * @param ports {@code web}, {@code http}, {@code handle}, {@code dns}
 * @param identifiers handles to try, by what they name; empty on a node without sample data
 * @param codes carbon-efficiency codes to open
 * @param accounts the accounts made at the first start, with their passwords
 */
record Announcement(
        String version,
        String dataDirectory,
        long startMillis,
        String prefix,
        Map<String, String> urls,
        Map<String, Integer> ports,
        Map<String, String> identifiers,
        List<Code> codes,
        List<InitialAccount> accounts) {
    /** A code to open: the page's address, the handle it is published under. */
    record Code(String token, String url, String handle, String enterprise) {}
}
