// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * What computing an evaluation once more from its kept inputs came to.
 *
 * @param agrees true when the result is the same, byte for byte
 * @param keptDigest digest of the result as kept
 * @param replayedDigest digest of the result computed now; null when the inputs no longer give one
 * @param editionsChanged true when the data editions shipped now are not those of the inputs
 */
public record Replay(
        String id,
        boolean agrees,
        String keptDigest,
        @Nullable String replayedDigest,
        boolean editionsChanged) {}
