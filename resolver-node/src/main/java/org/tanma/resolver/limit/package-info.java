// SPDX-License-Identifier: Apache-2.0
/**
 * What a stranger may cost the node: rates by network, connections by address, lists of networks. Entry types: {@link
 * org.tanma.resolver.limit.PeerGate}, which says what may come in, {@link org.tanma.resolver.limit.PeerLimits}, how much,
 * and {@link org.tanma.resolver.limit.NetworkLists}, for whom other rules hold. Knows no sockets: the faces in {@code net}
 * ask it and act; the application's wiring opens the lists.
 *
 * <p>An address is two longs, high and low half of an IPv6 address; an IPv4 address is its mapped form, {@code
 * ::ffff:a.b.c.d}. So the questions asked for each datagram allocate nothing.
 */
@NullMarked
package org.tanma.resolver.limit;

import org.jspecify.annotations.NullMarked;
