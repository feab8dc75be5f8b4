// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.Optional;

/**
 * A request of the REST interface. The body array is not copied.
 *
 * @param authorization the header of this name, if there is one
 */
public record RestRequest(
        String method, HttpTarget target, Optional<String> authorization, byte[] body, HttpPeer peer) {
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** A function name to call with the answer: it was asked for by a page of any origin, and is answered as such. */
    boolean isFromAnyPage() {
        return !target.all("callback").isEmpty();
    }
}
