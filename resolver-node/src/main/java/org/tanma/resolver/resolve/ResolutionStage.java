// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

/**
 * One step of answering: ends the question with a resolution of its own, or hands it to the next step and may look at
 * what comes back. Safe between threads; the authority and store stages may block.
 */
interface ResolutionStage {
    Resolution resolve(ResolutionExchange exchange, Next next);

    /** The rest of the chain. */
    interface Next {
        Resolution resolve(ResolutionExchange exchange);
    }
}
