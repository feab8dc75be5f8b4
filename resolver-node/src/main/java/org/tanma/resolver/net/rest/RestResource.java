// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.List;

/** What answers for one path, or all paths under it. Blocks on the store; safe between threads. */
interface RestResource {
    /** The methods it knows; HEAD comes with GET. */
    List<String> methods();

    /** Errors: {@link RestRefusedException}. */
    RestAnswer answer(RestRequest request);
}
