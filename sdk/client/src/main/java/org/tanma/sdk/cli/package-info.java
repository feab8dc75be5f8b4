// SPDX-License-Identifier: Apache-2.0
/**
 * The client's commands: {@code resolve}, {@code register}, {@code report}, {@code evaluate}, {@code issue}. Entry type:
 * {@link org.tanma.sdk.cli.ClientCommands}, which adds them to any root command; {@link org.tanma.sdk.cli.ClientRoot} is
 * a root with nothing else. Results go to standard output, progress and errors to standard error; exit 0 is done, 1
 * refused, 2 misused. It depends on all other packages of the client; none depends on it.
 */
@NullMarked
package org.tanma.sdk.cli;

import org.jspecify.annotations.NullMarked;
