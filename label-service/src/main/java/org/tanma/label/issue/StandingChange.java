// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import org.tanma.label.credential.SignedStatement;

/**
 * One code's standing replaced by the next.
 *
 * @param from what must still stand there, else somebody else was faster
 * @param record to be published in consequence
 */
record StandingChange(String token, SignedStatement from, SignedStatement to, LabelRecord record) {}
