// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;

/** The bodies that have a type, by operation and outcome; every other body stays raw. */
final class MessageBodyCodec {
    /** Answers that are neither success nor an error with a message: their bodies have shapes of their own. */
    private static final Set<ResponseCode> RAW_OUTCOMES =
            Set.of(ResponseCode.SERVICE_REFERRAL, ResponseCode.PREFIX_REFERRAL);

    private static final long HIGHEST_INDEX = Integer.MAX_VALUE;

    private MessageBodyCodec() {}

    /** True when the body begins with a request digest that is kept apart; a raw body keeps its own. */
    static boolean hasDigest(MessageHeader header) {
        return !header.isRequest()
                && header.flags().has(OpFlags.RETURN_DIGEST)
                && !isRaw(header)
                && !isChallenge(header);
    }

    static MessageBody decode(MessageHeader header, WireReader in) throws WireFormatException {
        if (isRaw(header)) {
            return new RawBody(in.readOctets(in.remaining(), "body"));
        }
        if (isChallenge(header)) {
            return Challenge.decode(in);
        }
        if (header.isRequest() && header.opCode().equals(OpCode.RESPONSE_TO_CHALLENGE)) {
            return ChallengeAnswer.decode(in);
        }
        boolean isResolution = header.opCode().equals(OpCode.RESOLUTION);
        if (header.isRequest()) {
            return isResolution ? decodeResolutionRequest(in) : decodeSiteInfoRequest(in);
        }
        if (!header.responseCode().equals(ResponseCode.SUCCESS)) {
            return decodeError(in);
        }
        return isResolution ? decodeResolutionResponse(in) : new SiteInfoResponse(SiteRecord.decode(in));
    }

    static void encode(MessageBody body, WireWriter out) throws WireFormatException {
        if (body instanceof ResolutionRequest request) {
            out.writeHandle(request.handle(), "handle");
            writeIndexes(request.indexes(), out);
            out.writeCount(request.types().size(), WireLimits.TYPES, "number of types");
            for (String type : request.types()) {
                out.writeString(type, WireLimits.STRING_OCTETS, "type");
            }
        } else if (body instanceof ResolutionResponse response) {
            out.writeHandle(response.handle(), "handle");
            out.writeCount(response.values().size(), WireLimits.VALUES, "number of values");
            for (HandleValue value : response.values()) {
                HandleValueCodec.encode(value, out);
            }
        } else if (body instanceof SiteInfoRequest request) {
            out.writeString(request.handle(), WireLimits.HANDLE_OCTETS, "handle");
        } else if (body instanceof SiteInfoResponse response) {
            response.site().encode(out);
        } else if (body instanceof ErrorResponse error) {
            out.writeString(error.message(), WireLimits.STRING_OCTETS, "error message");
            if (!error.indexes().isEmpty()) {
                writeIndexes(error.indexes(), out);
            }
        } else if (body instanceof Challenge challenge) {
            challenge.encode(out);
        } else if (body instanceof ChallengeAnswer answer) {
            answer.encode(out);
        } else if (body instanceof RawBody raw) {
            out.writeOctets(raw.octets().toArray(), "body");
        }
    }

    /** A challenge carries the request's digest itself; without one there is nothing to prove. */
    private static boolean isChallenge(MessageHeader header) {
        return header.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)
                && header.flags().has(OpFlags.RETURN_DIGEST);
    }

    private static boolean isRaw(MessageHeader header) {
        boolean isTyped =
                header.opCode().equals(OpCode.RESOLUTION) || header.opCode().equals(OpCode.GET_SITE_INFO);
        if (header.isRequest() && header.opCode().equals(OpCode.RESPONSE_TO_CHALLENGE)) {
            return false;
        }
        if (header.isRequest() || header.responseCode().equals(ResponseCode.SUCCESS)) {
            return !isTyped;
        }
        return RAW_OUTCOMES.contains(header.responseCode());
    }

    private static ResolutionRequest decodeResolutionRequest(WireReader in) throws WireFormatException {
        HandleName handle = in.readHandle("handle");
        List<Integer> indexes = readIndexes(in);
        int count = in.readCount(WireLimits.TYPES, WireLayout.LENGTH_OCTETS, "number of types");
        List<String> types = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            types.add(in.readString(WireLimits.STRING_OCTETS, "type"));
        }
        return new ResolutionRequest(handle, indexes, types);
    }

    private static ResolutionResponse decodeResolutionResponse(WireReader in) throws WireFormatException {
        HandleName handle = in.readHandle("handle");
        int count = in.readCount(WireLimits.VALUES, WireLayout.VALUE_SMALLEST_OCTETS, "number of values");
        List<HandleValue> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(HandleValueCodec.decode(in));
        }
        return new ResolutionResponse(handle, values);
    }

    private static SiteInfoRequest decodeSiteInfoRequest(WireReader in) throws WireFormatException {
        return new SiteInfoRequest(in.remaining() == 0 ? "" : in.readString(WireLimits.HANDLE_OCTETS, "handle"));
    }

    private static ErrorResponse decodeError(WireReader in) throws WireFormatException {
        String message = in.remaining() == 0 ? "" : in.readString(WireLimits.STRING_OCTETS, "error message");
        return new ErrorResponse(message, in.remaining() == 0 ? List.of() : readIndexes(in));
    }

    private static List<Integer> readIndexes(WireReader in) throws WireFormatException {
        int count = in.readCount(WireLimits.INDEXES, Integer.BYTES, "number of indexes");
        List<Integer> indexes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            indexes.add((int) in.readBounded(0, HIGHEST_INDEX, "index"));
        }
        return indexes;
    }

    private static void writeIndexes(List<Integer> indexes, WireWriter out) throws WireFormatException {
        out.writeCount(indexes.size(), WireLimits.INDEXES, "number of indexes");
        for (int index : indexes) {
            if (index < 0) {
                throw new IllegalArgumentException("index " + index + " is negative");
            }
            out.writeInt(index, "index");
        }
    }
}
