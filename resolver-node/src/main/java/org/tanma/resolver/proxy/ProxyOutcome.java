// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import org.tanma.handle.model.Ttl;
import org.tanma.resolver.resolve.Resolution;

/** What becomes of a browser's question. */
public sealed interface ProxyOutcome {
    /**
     * The browser is sent on.
     *
     * <p>Shape: {@code status} 302, 303 or 307; {@code ttl} the shortest of the values followed; {@code isPersonal} when
     * another asker might be sent elsewhere.
     */
    record Sent(int status, WebAddress address, Ttl ttl, boolean isPersonal) implements ProxyOutcome {}

    /** The browser is shown what was found, or why nothing was. */
    record Shown(Resolution resolution) implements ProxyOutcome {}

    /** The text to be put after the address would make it another one. */
    record Misused(WebAddress address) implements ProxyOutcome {}
}
