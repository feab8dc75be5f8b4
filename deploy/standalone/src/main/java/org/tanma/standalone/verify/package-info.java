// SPDX-License-Identifier: Apache-2.0
/**
 * What a verifier runs with nothing but a file: {@code tanma inventory}, {@code tanma grade} and {@code tanma replay}
 * compute on the carbon engine, without a node and without a network. Entry type: {@link org.tanma.standalone.verify.VerifierCommands}. Package app may
 * depend on it; it depends on the engine, on picocli, and on handle-core for showing text safely.
 */
@NullMarked
package org.tanma.standalone.verify;

import org.jspecify.annotations.NullMarked;
