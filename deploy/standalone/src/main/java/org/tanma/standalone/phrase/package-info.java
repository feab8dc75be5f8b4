// SPDX-License-Identifier: Apache-2.0
/**
 * What a command of the node says, in the language its user reads. Entry type: {@link org.tanma.standalone.phrase.Phrases}.
 * Every package with commands may depend on it; it depends on sdk/client for the choice of language.
 */
@NullMarked
package org.tanma.standalone.phrase;

import org.jspecify.annotations.NullMarked;
