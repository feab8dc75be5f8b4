// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to one question about a handle, from its octets to the values that answer it, whatever network face it
 * came through. Entry types: {@link org.tanma.resolver.resolve.ResolutionPipeline}, {@link
 * org.tanma.resolver.resolve.ResolutionQuery}, {@link org.tanma.resolver.resolve.Resolution}, {@link
 * org.tanma.resolver.resolve.ResponsiblePrefixes}, {@link org.tanma.resolver.resolve.PrefixServices}, {@link
 * org.tanma.resolver.resolve.ParentResolver}. The network faces, pages and the application's wiring may depend on
 * it; it depends on the store's read port and the handle library.
 */
@NullMarked
package org.tanma.resolver.resolve;

import org.jspecify.annotations.NullMarked;
