// SPDX-License-Identifier: Apache-2.0
/**
 * The node's own key and certificate for HTTPS, made at the first start or given by the operator. Entry types: {@link
 * org.tanma.resolver.net.tls.TlsConfig}, {@link org.tanma.resolver.net.tls.TlsIdentity}. Only the network faces, what wires them
 * and what shows keys to the operator depend on it.
 */
@NullMarked
package org.tanma.resolver.net.tls;

import org.jspecify.annotations.NullMarked;
