// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any body of values of the REST interface is read, or refused; what is read can be written in octets and shown. */
public class RestValuesFuzzer {
    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("{\"index\":1,\"type\":\"URL\",\"data\":\"x\",\"ttl\":60}".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            try {
                ValueReader.read(input).forEach(RestValuesFuzzer::requireWritable);
            } catch (RestRefusedException e) {
                FuzzCorpus.requireEqual(false, String.valueOf(e.getMessage()).isEmpty());
            }
        });
    }

    private static void requireWritable(HandleValue value) {
        try {
            FuzzCorpus.requireEqual(value, HandleValueCodec.decode(ByteBuffer.wrap(HandleValueCodec.encode(value))));
            FuzzCorpus.requireEqual(false, ValueTree.of(value).isEmpty());
        } catch (WireFormatException e) {
            throw new AssertionError("what was read cannot be written: " + e.getMessage(), e);
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(RestValuesFuzzer.class, RestValuesFuzzer::fuzzerTestOneInput);
    }
}
