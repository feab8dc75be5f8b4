// SPDX-License-Identifier: Apache-2.0
/**
 * Where a browser that asks for a handle is sent: aliases, URL values and lists of locations. Entry types: {@link
 * org.tanma.resolver.proxy.HandleProxy}, {@link org.tanma.resolver.proxy.ProxyQuestion}, {@link
 * org.tanma.resolver.proxy.ProxyOutcome}. Knows no network library; the HTTP face depends on it, it on resolution.
 */
@NullMarked
package org.tanma.resolver.proxy;

import org.jspecify.annotations.NullMarked;
