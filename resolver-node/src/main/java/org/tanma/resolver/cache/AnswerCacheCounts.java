// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/**
 * What the cache did since it was made.
 *
 * @param hits questions whose answer was there
 * @param misses questions whose answer was not there, or not any more
 * @param evictions answers dropped to make room
 * @param answers kept now, about
 * @param octets that they take, about
 */
public record AnswerCacheCounts(long hits, long misses, long evictions, long answers, long octets) {}
