// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import org.tanma.label.credential.SignedStatement;

/** A row of the table {@code code}, nothing of it checked yet. */
record CodeRow(
        String token,
        String evaluation,
        String enterprise,
        int year,
        int version,
        SignedStatement content,
        SignedStatement standing,
        boolean isPublished) {}
