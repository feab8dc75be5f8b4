// SPDX-License-Identifier: Apache-2.0
/**
 * Carries records over into handle values and back without loss, templates into records of their own, and records into other
 * vocabularies by mapping files. Entry types: {@link org.tanma.template.map.RecordMapper}, {@link
 * org.tanma.template.map.TemplateRecord}, {@link org.tanma.template.map.VocabularyMapper}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.map;

import org.jspecify.annotations.NullMarked;
