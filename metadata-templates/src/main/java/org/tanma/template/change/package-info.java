// SPDX-License-Identifier: Apache-2.0
/**
 * What changes from one version of a template to another, which records that breaks, and how records are carried over. Entry types:
 * {@link org.tanma.template.change.TemplateDiff}, {@link org.tanma.template.change.MigrationPreview}, {@link
 * org.tanma.template.change.Migration}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.change;

import org.jspecify.annotations.NullMarked;
