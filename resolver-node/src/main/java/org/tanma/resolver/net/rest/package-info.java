// SPDX-License-Identifier: Apache-2.0
/**
 * The Handle REST interface as version 9 of Handle.Net documents it: one class a resource behind {@link
 * org.tanma.resolver.net.rest.RestApi}, the JSON of values read and written, credentials and sessions. Knows no sockets; only
 * the network faces depend on it. What a stranger sends has a limit before it is kept.
 */
@NullMarked
package org.tanma.resolver.net.rest;

import org.jspecify.annotations.NullMarked;
