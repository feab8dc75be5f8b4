// SPDX-License-Identifier: Apache-2.0
/**
 * Sharing of answers through Redis. Entry types: {@link org.tanma.resolver.share.redis.RedisSharedAnswers} and {@link
 * org.tanma.resolver.share.redis.RedisShareConfig}. Only the application's wiring depends on it.
 */
@NullMarked
package org.tanma.resolver.share.redis;

import org.jspecify.annotations.NullMarked;
