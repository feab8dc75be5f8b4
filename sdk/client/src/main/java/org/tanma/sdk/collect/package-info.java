// SPDX-License-Identifier: Apache-2.0
/**
 * Readings that a terminal signs and sends. Entry types: {@link org.tanma.sdk.collect.CollectClient}, {@link
 * org.tanma.sdk.collect.TerminalKey}, {@link org.tanma.sdk.collect.Meter}. It depends on {@code org.tanma.sdk.node}.
 */
@NullMarked
package org.tanma.sdk.collect;

import org.jspecify.annotations.NullMarked;
