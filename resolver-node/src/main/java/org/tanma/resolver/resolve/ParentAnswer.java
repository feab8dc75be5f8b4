// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.EncodedValues;

/** What another resolver says of a handle. */
public sealed interface ParentAnswer {
    /** Its public values, each with its TTL. */
    record Values(EncodedValues values) implements ParentAnswer {}

    /** There is no such handle. */
    record Absent() implements ParentAnswer {}

    /** It answered with something else, such as a referral or that the handle is for somebody else. */
    record Refused(ResponseCode code, String message) implements ParentAnswer {}

    /** It did not answer, or was not asked. */
    record Unavailable(String reason) implements ParentAnswer {}
}
