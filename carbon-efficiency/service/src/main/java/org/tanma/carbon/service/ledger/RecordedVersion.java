// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/**
 * What became of a draft.
 *
 * @param version the version that now holds its content; when it was refused the newest there is, 0 when there is none
 */
public record RecordedVersion(EntryKey key, int version, Outcome outcome) {
    /** What may become of a draft. */
    public enum Outcome {
        /** It is a new version. */
        NEW,
        /** The newest version already says the same. */
        SAME,
        /** Its period is closed. */
        CLOSED,
        /** It would correct what is recorded, and does not say why. */
        UNREASONED
    }

    public boolean isNew() {
        return outcome == Outcome.NEW;
    }

    public boolean isRefused() {
        return outcome == Outcome.CLOSED || outcome == Outcome.UNREASONED;
    }
}
