// SPDX-License-Identifier: Apache-2.0
/**
 * DNS messages of the node's zone (RFC 1035, 3403, 6891, 8482): questions read, answers written, no sockets. Entry type:
 * {@link org.tanma.resolver.net.dns.DnsResponder}. Only {@code net} may depend on it.
 */
@NullMarked
package org.tanma.resolver.net.dns;

import org.jspecify.annotations.NullMarked;
