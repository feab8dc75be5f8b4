// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a record's items against their template: form by JSON Schema, meaning by rules, all violations at once and in two
 * languages. Entry types: {@link org.tanma.template.validate.RecordValidator}, {@link
 * org.tanma.template.validate.Violation}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.validate;

import org.jspecify.annotations.NullMarked;
