// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;

/**
 * Tells a right answer from a wrong one: its code, and that it is about the handle asked for.
 *
 * <p>A bare echo always answers with one handle; for it every answer is compared with that, at the same cost.
 */
final class AnswerCheck {
    /** No failure. */
    static final String RIGHT = "";

    static final String WRONG_HANDLE = "wrongHandle";
    static final String MALFORMED = "malformed";

    private static final int HTTP_OK = 200;
    private static final int HTTP_CREATED = 201;

    private final byte[] fixedHandle;
    private final int httpStatus;

    private AnswerCheck(byte[] fixedHandle, int httpStatus) {
        this.fixedHandle = fixedHandle;
        this.httpStatus = httpStatus;
    }

    /** Answers shall be about the handles asked for. */
    static AnswerCheck asked() {
        return new AnswerCheck(new byte[0], HTTP_OK);
    }

    /** Answers shall say that the handles were created. */
    static AnswerCheck created() {
        return new AnswerCheck(new byte[0], HTTP_CREATED);
    }

    /** Answers shall all be about this handle. */
    static AnswerCheck fixed(String handle) {
        return new AnswerCheck(handle.getBytes(StandardCharsets.UTF_8), HTTP_OK);
    }

    /** What is wrong with the message of {@code octets} at {@code at}; the question begins with its envelope. */
    String nativeAnswer(ByteBuf in, int at, int octets, ByteBuf question) {
        if (octets < WireLayout.BODY) {
            return MALFORMED;
        }
        int code = in.getInt(at + WireLayout.RESPONSE_CODE);
        if (code != ResponseCode.SUCCESS.code()) {
            return "code." + Integer.toUnsignedString(code);
        }
        if (octets < WireLayout.BODY + WireLayout.LENGTH_OCTETS) {
            return MALFORMED;
        }
        int length = fixedHandle.length == 0 ? question.getInt(WireLayout.BODY) : fixedHandle.length;
        int handle = WireLayout.BODY + WireLayout.LENGTH_OCTETS;
        boolean isRight = in.getInt(at + WireLayout.BODY) == length
                && octets >= handle + length
                && (fixedHandle.length == 0
                        ? ByteBufUtil.equals(in, at + handle, question, handle, length)
                        : isFixed(in, at + handle));
        return isRight ? RIGHT : WRONG_HANDLE;
    }

    private boolean isFixed(ByteBuf in, int at) {
        for (int i = 0; i < fixedHandle.length; i++) {
            if (in.getByte(at + i) != fixedHandle[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is wrong with an answer by HTTP.
     *
     * @param from where its body begins, which must hold the handle in quotation marks
     * @param handleAt where the handle begins in the question
     */
    String httpAnswer(int status, ByteBuf in, int from, int to, ByteBuf question, int handleAt, int handleOctets) {
        if (status != httpStatus) {
            return "http." + status;
        }
        int length = fixedHandle.length == 0 ? handleOctets : fixedHandle.length;
        for (int quote = in.indexOf(from, to, (byte) '"'); quote >= 0; quote = in.indexOf(quote + 1, to, (byte) '"')) {
            int end = quote + 1 + length;
            if (end < to
                    && in.getByte(end) == '"'
                    && (fixedHandle.length == 0
                            ? ByteBufUtil.equals(in, quote + 1, question, handleAt, length)
                            : isFixed(in, quote + 1))) {
                return RIGHT;
            }
        }
        return WRONG_HANDLE;
    }
}
