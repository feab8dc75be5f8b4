// SPDX-License-Identifier: Apache-2.0
/**
 * Wires the registrar. Entry types: {@link org.tanma.resolver.app.ResolverConfiguration}, to be imported by whoever runs it,
 * and {@link org.tanma.resolver.app.ResolverConfig}, to be supplied as a bean.
 */
@NullMarked
package org.tanma.resolver.app;

import org.jspecify.annotations.NullMarked;
