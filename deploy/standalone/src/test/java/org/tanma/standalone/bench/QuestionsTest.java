// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.WireFormatException;

class QuestionsTest {
    private static final long[] NUMBERS = {0, 9, 10, 123_456_789_012L, 7, Long.MAX_VALUE, 19};

    @Test
    void nativeQuestions_areWhatTheCodecWrites() throws WireFormatException {
        NamePattern pattern = NamePattern.parse("88.300.99/H%d-碳");
        QuestionTemplate questions = new NativeQuestions(pattern, true);
        ByteBuf question = questions.newBuffer(ByteBufAllocator.DEFAULT);
        OpFlags flags = new OpFlags(OpFlags.PUBLIC_ONLY | OpFlags.KEEP_ALIVE);
        for (long number : NUMBERS) {
            questions.write(question, 77, number);
            HandleMessage expected = HandleMessage.of(
                    MessageEnvelope.of(77),
                    MessageHeader.request(OpCode.RESOLUTION, flags),
                    ResolutionRequest.all(HandleName.parse(pattern.name(number))));
            assertThat(ByteBufUtil.getBytes(question)).isEqualTo(HandleMessageCodec.encode(expected));
        }
        question.release();
    }

    @Test
    void httpQuestions_nameTheHandle() {
        QuestionTemplate questions = new HttpQuestions(NamePattern.parse("88.300.99/H%dx"), "node:8000", true);
        ByteBuf question = questions.newBuffer(ByteBufAllocator.DEFAULT);
        for (long number : NUMBERS) {
            questions.write(question, 1, number);
            assertThat(question.toString(StandardCharsets.US_ASCII))
                    .isEqualTo("GET /api/handles/88.300.99/H" + number + "x HTTP/1.1\r\nHost: node:8000\r\n\r\n");
        }
        question.release();
    }

    @Test
    void patterns_thatMakeNoQuestion_areRefused() {
        assertThatThrownBy(() -> NamePattern.parse("88.300.99/H")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NamePattern.parse("88.300.99/%d%d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NamePattern.parse("H%d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HttpQuestions(NamePattern.parse("88.300.99/a b%d"), "node", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void records_haveFourValuesOfAbout325Octets() {
        HandleRecord record = new BenchRecords(BenchRecords.PREFIX).record(123_456);
        assertThat(record.name()).isEqualTo(HandleName.parse("88.300.99/H123456"));
        assertThat(record.values()).hasSize(4);
        int octets = 0;
        for (HandleValue value : record.values()) {
            octets += 26 + value.type().length() + value.dataLength();
        }
        assertThat(octets).isBetween(315, 335);
    }
}
