// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * What stands before every packet of a message: version, session, request, and which part this is.
 *
 * <p>Range: versions 0..255, suggested major 0..3, {@code sequence} from 0, {@code messageLength} octets of the whole
 * message without envelopes. Session 0 is none; request and session ids are opaque. Layout in {@link WireLayout}. Source:
 * RFC 3652 section 2.2.1.
 */
public record MessageEnvelope(
        int majorVersion,
        int minorVersion,
        boolean isCompressed,
        boolean isEncrypted,
        boolean isTruncated,
        int suggestedMajorVersion,
        int suggestedMinorVersion,
        int sessionId,
        int requestId,
        int sequence,
        int messageLength) {

    /** The major version spoken by every peer in use; {@value #NEWEST_MAJOR_VERSION} is understood too. */
    public static final int MAJOR_VERSION = 2;
    /** The minor version spoken. */
    public static final int MINOR_VERSION = 11;
    /** DO-IRP 3. */
    public static final int NEWEST_MAJOR_VERSION = 3;

    /** A whole message of this version outside any session; its length is filled in when it is encoded. */
    public static MessageEnvelope of(int requestId) {
        return new MessageEnvelope(
                MAJOR_VERSION, MINOR_VERSION, false, false, false, MAJOR_VERSION, MINOR_VERSION, 0, requestId, 0, 0);
    }

    /** The envelope of an answer: same version, session and request. */
    public MessageEnvelope toAnswer() {
        return new MessageEnvelope(
                majorVersion,
                minorVersion,
                false,
                false,
                false,
                suggestedMajorVersion,
                suggestedMinorVersion,
                sessionId,
                requestId,
                0,
                0);
    }

    public MessageEnvelope withMessageLength(int octets) {
        return new MessageEnvelope(
                majorVersion,
                minorVersion,
                isCompressed,
                isEncrypted,
                isTruncated,
                suggestedMajorVersion,
                suggestedMinorVersion,
                sessionId,
                requestId,
                sequence,
                octets);
    }

    /** The same envelope for the message put together from its parts. */
    public MessageEnvelope toWhole() {
        return new MessageEnvelope(
                majorVersion,
                minorVersion,
                isCompressed,
                isEncrypted,
                false,
                suggestedMajorVersion,
                suggestedMinorVersion,
                sessionId,
                requestId,
                0,
                messageLength);
    }

    /** The same envelope for part {@code number} of a message sent in several packets. */
    public MessageEnvelope toFragment(int number) {
        return new MessageEnvelope(
                majorVersion,
                minorVersion,
                isCompressed,
                isEncrypted,
                true,
                suggestedMajorVersion,
                suggestedMinorVersion,
                sessionId,
                requestId,
                number,
                messageLength);
    }
}
