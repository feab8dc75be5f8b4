// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/** A record waiting to be published. */
record OutboxEntry(LabelRecord record, int attempts) {}
