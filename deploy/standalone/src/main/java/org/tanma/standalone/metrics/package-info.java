// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator watches: figures in the text of Prometheus, and the access log. Entry types: {@link
 * org.tanma.standalone.metrics.NodeMetrics} and {@link org.tanma.standalone.metrics.AccessLogFile}. The node's start opens
 * them; micrometer stays here.
 */
@NullMarked
package org.tanma.standalone.metrics;

import org.jspecify.annotations.NullMarked;
