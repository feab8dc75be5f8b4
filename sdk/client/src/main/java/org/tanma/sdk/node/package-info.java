// SPDX-License-Identifier: Apache-2.0
/**
 * Talking JSON with a node's web port. Entry type: {@link org.tanma.sdk.node.NodeConnection}; what can go wrong is a
 * {@link org.tanma.sdk.node.NodeException}. Every other package of the client may depend on it; it depends on none of them.
 */
@NullMarked
package org.tanma.sdk.node;

import org.jspecify.annotations.NullMarked;
