// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator can set, in one catalogue ({@code knobs.csv}), and the file and options that set it. Entry types: {@link
 * org.tanma.standalone.config.Settings}, {@link org.tanma.standalone.config.NodeSettings}, {@link
 * org.tanma.standalone.config.ConfigCommand}. Only the start of the node depends on it.
 */
@NullMarked
package org.tanma.standalone.config;

import org.jspecify.annotations.NullMarked;
