// SPDX-License-Identifier: Apache-2.0
/**
 * Carries records over into handle values and back without loss, and templates into records of their own. Entry types:
 * {@link org.tanma.template.map.RecordMapper}, {@link org.tanma.template.map.TemplateRecord}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.map;

import org.jspecify.annotations.NullMarked;
