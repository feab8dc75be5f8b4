// SPDX-License-Identifier: Apache-2.0
/**
 * Templates and records without a node: {@code tanma validate} checks a file of records, {@code tanma template} compares, checks and
 * shows templates. Entry type: {@link org.tanma.standalone.template.TemplateCommands}. Package app may depend on it; it depends on
 * metadata-templates and picocli.
 */
@NullMarked
package org.tanma.standalone.template;

import org.jspecify.annotations.NullMarked;
