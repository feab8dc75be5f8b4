// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.label.credential.StatementSigner;

/**
 * Keys that signed codes kept here, and that are no longer among the issuer's keys: none of those codes can be verified until
 * they are put back.
 *
 * @param keyIds of the keys missed, in order
 */
public record LostKeys(List<String> keyIds) {
    private static final Logger LOG = LoggerFactory.getLogger(LostKeys.class);

    public LostKeys {
        keyIds = List.copyOf(keyIds);
    }

    /** Compares the codes with the keys, once; a loss is logged as an error. */
    public static LostKeys of(CodeStore store, StatementSigner signer) {
        LostKeys lost = new LostKeys(
                store.keyIds().stream().filter(id -> !signer.knows(id)).toList());
        if (!lost.keyIds().isEmpty()) {
            LOG.error("{}", lost.sentence());
        }
        return lost;
    }

    /** What an operator is told; empty when nothing is lost. */
    public String sentence() {
        return keyIds.isEmpty()
                ? ""
                : "codes were signed with keys that are not in the key directory, and cannot be verified until these are put"
                        + " back: " + String.join(", ", keyIds);
    }
}
