// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs for every request: allocates nothing itself. No streams, no {@code Optional}, no formatting, no boxing, no lambdas
 * that capture; the architecture test looks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface HotPath {}
