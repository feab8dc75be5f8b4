// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.sdk.node.NodeException;

/** The node answered, but neither with values nor that there is no such handle. */
public final class ResolutionRefusedException extends NodeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    ResolutionRefusedException(HandleName handle, ResponseCode code, String message) {
        super(handle + ": " + code + (message.isBlank() ? "" : ", " + message));
        this.code = code.code();
    }

    /** Why, as the protocol numbers it. */
    public ResponseCode responseCode() {
        return new ResponseCode(code);
    }
}
