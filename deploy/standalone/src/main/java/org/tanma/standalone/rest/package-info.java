// SPDX-License-Identifier: Apache-2.0
/**
 * What the node as a whole answers over REST: its status, and the problems of requests that are not signed in. Entry
 * types: {@link org.tanma.standalone.rest.StatusController}, {@link org.tanma.standalone.rest.NodeStatus}. Only the
 * node's wiring and pages depend on it.
 */
@NullMarked
package org.tanma.standalone.rest;

import org.jspecify.annotations.NullMarked;
