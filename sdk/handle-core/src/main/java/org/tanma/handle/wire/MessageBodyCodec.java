// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleValue;

/** Which body a message has, by operation and outcome; bodies of operations that are not known stay raw. */
final class MessageBodyCodec {
    private static final long HIGHEST_INDEX = Integer.MAX_VALUE;

    private static final Map<OpCode, Shape> SHAPES = new HashMap<>();

    static {
        put(OpCode.RESOLUTION, ResolutionRequest::decode, ResolutionResponse::decode);
        put(OpCode.GET_SITE_INFO, SiteInfoRequest::decode, SiteInfoResponse::decode);
        put(OpCode.CREATE_HANDLE, RecordRequest::decode, CreatedResponse::decode);
        put(OpCode.DELETE_HANDLE, HandleRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.ADD_VALUE, RecordRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.REMOVE_VALUE, RemovalRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.MODIFY_VALUE, RecordRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.LIST_HANDLES, HandleRequest::decode, HandleList::decode);
        put(OpCode.LIST_DERIVED_PREFIXES, HandleRequest::decode, HandleList::decode);
        put(OpCode.RESPONSE_TO_CHALLENGE, ChallengeAnswer::decode, MessageBodyCodec::readRaw);
        put(OpCode.VERIFY_CHALLENGE, VerifyRequest::decode, VerifyResponse::decode);
        put(OpCode.HOME_PREFIX, HandleRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.UNHOME_PREFIX, HandleRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.LIST_HOMED_PREFIXES, HandleRequest::decode, HandleList::decode);
        put(OpCode.SESSION_SETUP, SessionSetupRequest::decode, SessionSetupResponse::decode);
        put(OpCode.SESSION_TERMINATE, MessageBodyCodec::readRaw, MessageBodyCodec::readRaw);
        put(OpCode.SESSION_EXCHANGE_KEY, SessionKeyRequest::decode, MessageBodyCodec::readRaw);
        put(OpCode.LOGIN_BY_PASSWORD, PasswordLoginRequest::decode, ResolutionResponse::decode);
        put(OpCode.LOGIN_BY_KEY, LoginRequest::decode, MessageBodyCodec::readRaw);
    }

    /** Reads one kind of body. */
    private interface BodyReader {
        MessageBody read(WireReader in) throws WireFormatException;
    }

    private record Shape(BodyReader request, BodyReader success) {}

    private MessageBodyCodec() {}

    private static void put(OpCode operation, BodyReader request, BodyReader success) {
        SHAPES.put(operation, new Shape(request, success));
    }

    /** True when the body begins with a request digest that is kept apart; a raw body keeps its own. */
    static boolean hasDigest(MessageHeader header) {
        return !header.isRequest()
                && header.flags().has(OpFlags.RETURN_DIGEST)
                && !header.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)
                && (!header.responseCode().equals(ResponseCode.SUCCESS) || SHAPES.containsKey(header.opCode()));
    }

    static MessageBody decode(MessageHeader header, WireReader in) throws WireFormatException {
        Shape shape = SHAPES.get(header.opCode());
        if (header.isRequest()) {
            return shape == null ? readRaw(in) : shape.request().read(in);
        }
        ResponseCode outcome = header.responseCode();
        if (outcome.equals(ResponseCode.SUCCESS)) {
            return shape == null ? readRaw(in) : shape.success().read(in);
        }
        if (outcome.equals(ResponseCode.SERVICE_REFERRAL) || outcome.equals(ResponseCode.PREFIX_REFERRAL)) {
            return Referral.decode(in);
        }
        if (outcome.equals(ResponseCode.AUTHENTICATION_NEEDED)) {
            // Without the digest there is nothing to prove.
            return header.flags().has(OpFlags.RETURN_DIGEST) ? Challenge.decode(in) : readRaw(in);
        }
        return ErrorResponse.decode(in);
    }

    private static MessageBody readRaw(WireReader in) throws WireFormatException {
        return new RawBody(in.readOctets(in.remaining(), "body"));
    }

    static List<HandleValue> readValues(WireReader in) throws WireFormatException {
        int count = in.readCount(WireLimits.VALUES, WireLayout.VALUE_SMALLEST_OCTETS, "number of values");
        List<HandleValue> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(HandleValueCodec.decode(in));
        }
        return values;
    }

    static void writeValues(List<HandleValue> values, WireWriter out) throws WireFormatException {
        out.writeCount(values.size(), WireLimits.VALUES, "number of values");
        for (HandleValue value : values) {
            HandleValueCodec.encode(value, out);
        }
    }

    static List<Integer> readIndexes(WireReader in) throws WireFormatException {
        int count = in.readCount(WireLimits.INDEXES, Integer.BYTES, "number of indexes");
        List<Integer> indexes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            indexes.add((int) in.readBounded(0, HIGHEST_INDEX, "index"));
        }
        return indexes;
    }

    static void writeIndexes(List<Integer> indexes, WireWriter out) throws WireFormatException {
        out.writeCount(indexes.size(), WireLimits.INDEXES, "number of indexes");
        for (int index : indexes) {
            if (index < 0) {
                throw new IllegalArgumentException("index " + index + " is negative");
            }
            out.writeInt(index, "index");
        }
    }
}
