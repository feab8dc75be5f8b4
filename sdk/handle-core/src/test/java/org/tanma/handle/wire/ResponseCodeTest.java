// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCodeTest {
    @ParameterizedTest
    @CsvSource({
        "1, 200",
        "2, 500",
        "3, 500",
        "4, 500",
        "5, 500",
        "100, 404",
        "101, 409",
        "102, 400",
        "200, 200",
        "201, 409",
        "202, 400",
        "301, 400",
        "400, 403",
        "401, 403",
        "402, 401",
        "403, 403",
        "404, 403",
        "405, 403",
        "406, 403",
        "500, 500",
        "999, 500"
    })
    void httpStatus_ofAResolution(int code, int status) {
        assertThat(new ResponseCode(code).httpStatus(OpCode.RESOLUTION)).isEqualTo(status);
    }

    @Test
    void httpStatus_dependsOnTheOperation() {
        assertThat(ResponseCode.VALUES_NOT_FOUND.httpStatus(OpCode.REMOVE_VALUE))
                .isEqualTo(400);
        assertThat(ResponseCode.SUCCESS.httpStatus(OpCode.CREATE_HANDLE)).isEqualTo(201);
    }

    @Test
    void codes_areThoseOfTheReferenceClient() {
        Map<ResponseCode, Integer> same = Map.of(
                ResponseCode.HANDLE_NOT_FOUND, net.handle.hdllib.AbstractMessage.RC_HANDLE_NOT_FOUND,
                ResponseCode.NOT_SUPPORTED, net.handle.hdllib.AbstractMessage.RC_OPERATION_NOT_SUPPORTED,
                ResponseCode.RECURSION_TOO_DEEP, net.handle.hdllib.AbstractMessage.RC_RECURSION_COUNT_TOO_HIGH,
                ResponseCode.PREFIX_REFERRAL, net.handle.hdllib.AbstractMessage.RC_PREFIX_REFERRAL,
                ResponseCode.SESSION_MESSAGE_REJECTED, net.handle.hdllib.AbstractMessage.RC_SESSION_MESSAGE_REJECTED);
        same.forEach((ours, theirs) -> assertThat(ours.code()).isEqualTo(theirs));
        assertThat(new ResponseCode(100))
                .isEqualTo(ResponseCode.HANDLE_NOT_FOUND)
                .hasToString("handle not found (100)");
        assertThat(new ResponseCode(605)).isEqualTo(ResponseCode.PREFIX_LIMIT);
        assertThat(new ResponseCode(606).isKnown()).isFalse();
    }

    @Test
    void flags_areThoseOfTheReferenceClient() {
        assertThat(new int[] {
                    OpFlags.AUTHORITATIVE,
                    OpFlags.CERTIFIED,
                    OpFlags.RECURSIVE,
                    OpFlags.KEEP_ALIVE,
                    OpFlags.PUBLIC_ONLY,
                    OpFlags.RETURN_DIGEST,
                    OpFlags.DO_NOT_REFER
                })
                .containsExactly(
                        net.handle.hdllib.Encoder.MSG_FLAG_AUTH,
                        net.handle.hdllib.Encoder.MSG_FLAG_CERT,
                        net.handle.hdllib.Encoder.MSG_FLAG_RECU,
                        net.handle.hdllib.Encoder.MSG_FLAG_KPAL,
                        net.handle.hdllib.Encoder.MSG_FLAG_PUBL,
                        net.handle.hdllib.Encoder.MSG_FLAG_RRDG,
                        net.handle.hdllib.Encoder.MSG_FLAG_DNRF);
    }
}
