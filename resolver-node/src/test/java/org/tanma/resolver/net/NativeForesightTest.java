// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is fetched ahead is what will be asked for; octets that are no questions do no harm. */
class NativeForesightTest {
    private final NativeForesight foresight = NativeForesight.ofThisThread();
    private final NativeQuestion question = new NativeQuestion();

    private static ByteBuf messages(int count) {
        ByteBuf in = Unpooled.buffer();
        for (int i = 0; i < count; i++) {
            in.writeBytes(RawRequests.resolve(i, RunningFaces.PREFIX + "/" + "h".repeat(i % 50) + i));
        }
        return in;
    }

    @Test
    void read_givesTheQuestionsOfMessagesThatCameTogether() {
        ByteBuf in = messages(40);
        assertThat(foresight.read(in)).isEqualTo(40);
        for (int i = 0; i < 40; i++) {
            int length = RawRequests.resolve(i, RunningFaces.PREFIX + "/" + "h".repeat(i % 50) + i).length;
            assertThat(question.read(in, in.readerIndex(), length)).isTrue();
            assertThat(foresight.questions()[i]).isEqualTo(question.question());
            in.skipBytes(length);
        }
        assertThat(foresight.read(in)).isZero();
    }

    @Test
    void read_looksOverNoMoreThanItHasRoomFor() {
        assertThat(foresight.read(messages(1_000))).isEqualTo(64);
    }

    @Test
    void read_messagesCutOrDamagedAnywhere_readsNothingThatIsNotThere() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] whole = new byte[messages(5).readableBytes()];
        messages(5).readBytes(whole);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int hits = random.nextInt(4); hits > 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(foresight.read(Unpooled.wrappedBuffer(damaged))).isBetween(0, 64);
        }
    }
}
