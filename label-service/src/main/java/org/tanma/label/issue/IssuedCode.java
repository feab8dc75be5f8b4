// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/**
 * What came of asking for a code.
 *
 * @param isNew false when the evaluation had its code already and that is the one given
 */
public record IssuedCode(CheckedCode code, boolean isNew) {}
