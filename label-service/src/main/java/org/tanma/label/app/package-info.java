// SPDX-License-Identifier: Apache-2.0
/**
 * Wires the label service. Entry types: {@link org.tanma.label.app.LabelConfiguration}, to be imported by whoever runs it,
 * and {@link org.tanma.label.app.LabelConfig}, {@link org.tanma.label.issue.ResultSource} and {@link
 * org.tanma.label.issue.IdentifierPlane}, to be supplied as beans.
 */
@NullMarked
package org.tanma.label.app;

import org.jspecify.annotations.NullMarked;
