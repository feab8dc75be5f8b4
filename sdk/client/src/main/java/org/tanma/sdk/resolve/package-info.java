// SPDX-License-Identifier: Apache-2.0
/**
 * Resolving handles, over the Handle protocol or over HTTP. Entry type: {@link org.tanma.sdk.resolve.TanmaClient}. It
 * depends on the handle model and codec, on {@code org.tanma.sdk.node}, and alone in this module on the reference client
 * library.
 */
@NullMarked
package org.tanma.sdk.resolve;

import org.jspecify.annotations.NullMarked;
