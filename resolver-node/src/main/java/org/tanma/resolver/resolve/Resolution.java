// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.EncodedValues;

/** How a question about a handle ended. Each way has its protocol response code and, for people, a sentence. */
public sealed interface Resolution {
    /** The code that says this on the wire; its HTTP status comes with it. */
    ResponseCode responseCode();

    /** One sentence that names what was asked. */
    String message();

    /** The handle is here, and these of its values were asked for and may be read: one at least. */
    record Found(HandleName name, EncodedValues values) implements Resolution {
        @Override
        public ResponseCode responseCode() {
            return ResponseCode.SUCCESS;
        }

        @Override
        public String message() {
            return name + " has " + values.count() + " values that were asked for";
        }
    }

    /** This node is responsible for the handle and has no record of it. */
    record HandleNotFound(HandleName name) implements Resolution {
        @Override
        public ResponseCode responseCode() {
            return ResponseCode.HANDLE_NOT_FOUND;
        }

        @Override
        public String message() {
            return name + " is not registered";
        }
    }

    /** The handle is here, but none of the values asked for is. */
    record ValuesNotFound(HandleName name) implements Resolution {
        @Override
        public ResponseCode responseCode() {
            return ResponseCode.VALUES_NOT_FOUND;
        }

        @Override
        public String message() {
            return name + " has no public value of the indexes and types asked for";
        }
    }

    /**
     * Values asked for are here, but for administrators.
     *
     * @param responseCode {@link ResponseCode#AUTHENTICATION_NEEDED} for the public, {@link ResponseCode#INVALID_ADMIN} for
     *     who administers something else, {@link ResponseCode#NO_PERMISSION} for an administrator who may not read
     */
    record Denied(HandleName name, ResponseCode responseCode) implements Resolution {
        @Override
        public String message() {
            return "values of " + name + " that were asked for are readable by administrators only";
        }
    }

    /**
     * Another service answers for the handle.
     *
     * <p>Shape: {@code responseCode} is {@link ResponseCode#SERVICE_REFERRAL}, or {@link ResponseCode#PREFIX_REFERRAL} for a
     * prefix handle that lies with the service of a shorter prefix; {@code referral} names the service, {@code values} are
     * its service values, none when the asker has to look {@code referral} up.
     */
    record Referral(HandleName name, ResponseCode responseCode, HandleName referral, EncodedValues values)
            implements Resolution {
        @Override
        public String message() {
            return name + " is with another service: see " + referral;
        }
    }

    /** The question could not be answered: it is no question, it is for another server, or the store failed. */
    record Failed(ResponseCode responseCode, String message) implements Resolution {}
}
