// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/** What follows {@code did:cn:}: issuer (2 digits), industry (3 to 5), enterprise (1 to 128), joined by dots. */
final class DidCnRules {
    private static final int[] LEAST = {2, 3, 1};
    private static final int[] MOST = {2, 5, 128};

    private DidCnRules() {}

    static String check(String given, Part id) {
        int start = 0;
        for (int part = 0; part < LEAST.length; part++) {
            boolean isLast = part == LEAST.length - 1;
            int dot = isLast ? id.text().length() : id.text().indexOf('.', start);
            int end = dot < 0 ? id.text().length() : dot;
            Part digits = id.between(start, end);
            boolean isRight = digits.isDigits()
                    && digits.text().length() >= LEAST[part]
                    && digits.text().length() <= MOST[part];
            if (!isRight) {
                throw digits.fault(IdentifierKind.DID, given, 0, FaultReason.DID_CN_PART, digits.text());
            }
            if (dot < 0) {
                throw id.fault(IdentifierKind.DID, given, end, FaultReason.DID_CN_PART, "");
            }
            start = end + 1;
        }
        return id.text();
    }
}
