// SPDX-License-Identifier: Apache-2.0
/**
 * What people read, in Chinese and English, out of catalogues beside the classes that say it. Entry type: {@link
 * org.tanma.template.phrase.PhraseBook}. For the packages of this module.
 */
@NullMarked
package org.tanma.template.phrase;

import org.jspecify.annotations.NullMarked;
