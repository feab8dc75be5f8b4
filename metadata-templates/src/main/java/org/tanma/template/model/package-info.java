// SPDX-License-Identifier: Apache-2.0
/**
 * What a metadata template is: typed items under a name and a version, with the handle they are published under. Entry
 * types: {@link org.tanma.template.model.MetadataTemplate}, {@link org.tanma.template.model.TemplateItem}. Anyone may
 * depend on it.
 */
@NullMarked
package org.tanma.template.model;

import org.jspecify.annotations.NullMarked;
