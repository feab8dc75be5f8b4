// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import org.tanma.handle.model.HandleName;
import org.tanma.resolver.access.Caller;

/** A list under way: to whom and how it is sent, of which prefix, and the last name that was sent. */
record Listing(AnswerFrame frame, Caller caller, String prefix, HandleName after) {}
