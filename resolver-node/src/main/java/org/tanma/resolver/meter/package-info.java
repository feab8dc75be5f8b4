// SPDX-License-Identifier: Apache-2.0
/**
 * What is measured of requests. Entry types: {@link org.tanma.resolver.meter.FaceCounts}, which counts and times them, and {@link
 * org.tanma.resolver.meter.AccessLog}, which is told of each when it is on. The faces in {@code net} tell them; whoever
 * publishes figures reads them. Knows no sockets and no library for metrics.
 */
@NullMarked
package org.tanma.resolver.meter;

import org.jspecify.annotations.NullMarked;
