// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/** Where label records are published so that anyone can resolve them. */
public interface IdentifierPlane {
    /**
     * Makes {@code record} what its handle resolves to.
     *
     * <p>Contract: idempotent; called again after a crash. Versions of one handle arrive in rising order from one publisher; a
     * plane that has a higher version already keeps it. Returns when the record is durable; throws when it is not, and is
     * then called again later.
     */
    void publish(LabelRecord record);
}
