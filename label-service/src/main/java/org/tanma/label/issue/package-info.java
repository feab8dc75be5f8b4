// SPDX-License-Identifier: Apache-2.0
/**
 * Issuing carbon-efficiency codes: from a graded evaluation to a signed, immutable code, its standing, and its publication as
 * handle values. Entry types: {@link org.tanma.label.issue.CodeIssuer}, {@link org.tanma.label.issue.CodeRegister}, {@link
 * org.tanma.label.issue.OutboxPublisher}; ports {@link org.tanma.label.issue.ResultSource} and {@link
 * org.tanma.label.issue.IdentifierPlane}. The pages, the REST face and the adapters depend on it.
 */
@NullMarked
package org.tanma.label.issue;

import org.jspecify.annotations.NullMarked;
