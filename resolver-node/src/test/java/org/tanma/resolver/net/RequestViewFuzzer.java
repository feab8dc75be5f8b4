// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** The fast reader of requests and the readable codec say the same of any octets. */
class RequestViewFuzzer {
    private static final ResolutionRequestView VIEW = new ResolutionRequestView();

    public static void fuzzerTestOneInput(byte[] input) {
        boolean isAccepted = VIEW.wrap(ByteBuffer.wrap(input));
        try {
            HandleMessage message = HandleMessageCodec.decode(ByteBuffer.wrap(input));
            boolean isPlain = message.body() instanceof ResolutionRequest request
                    && request.types().stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
            FuzzCorpus.requireEqual(isPlain, isAccepted);
            if (isAccepted) {
                FuzzCorpus.requireEqual(
                        NativeAnswers.toQuery(
                                (ResolutionRequest) message.body(),
                                message.header().flags()),
                        NativeAnswers.toQuery(VIEW));
            }
        } catch (WireFormatException e) {
            if (isAccepted && e.reason() != WireFormatException.Reason.INVALID_HANDLE) {
                throw new AssertionError("the codec refuses what the view reads", e);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(RequestViewFuzzer.class, RequestViewFuzzer::fuzzerTestOneInput);
    }
}
