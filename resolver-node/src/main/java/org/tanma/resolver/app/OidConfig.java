// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.net.InetAddress;
import java.net.URI;
import org.tanma.resolver.oid.OidArc;

/**
 * What allotting object identifiers must be told.
 *
 * @param publicUrl of the web port, as others reach it
 * @param nameServer address of the DNS face, as others reach it
 */
public record OidConfig(OidArc arc, URI publicUrl, InetAddress nameServer) {}
