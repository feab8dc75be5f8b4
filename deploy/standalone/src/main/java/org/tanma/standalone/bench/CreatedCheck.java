// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.WireFormatException;

/**
 * What a server says afterwards of records it said it had created.
 *
 * @param missing were answered with an error
 * @param different were answered with values other than those sent, their timestamps aside, which a server sets
 */
record CreatedCheck(long asked, long missing, long different) {
    private static final int AT_A_TIME = 64;

    boolean isRight() {
        return missing == 0 && different == 0;
    }

    /** Asks over the Handle protocol for these numbers. */
    static CreatedCheck byTcp(LoadPlan plan, CreatedRecords records, LongStream numbers) throws IOException {
        CreatedCheck sum = new CreatedCheck(0, 0, 0);
        try (NativeExchange server = new NativeExchange(plan)) {
            PrimitiveIterator.OfLong rest = numbers.iterator();
            while (rest.hasNext()) {
                Map<Integer, HandleRecord> asked = new HashMap<>();
                while (rest.hasNext() && asked.size() < AT_A_TIME) {
                    HandleRecord record = records.record(rest.nextLong());
                    asked.put(asked.size() + 1, record);
                    server.send(question(asked.size(), record));
                }
                while (!asked.isEmpty()) {
                    HandleMessage answer = server.receive();
                    HandleRecord expected = asked.remove(answer.envelope().requestId());
                    sum = expected == null ? sum : sum.plus(expected, answer);
                }
            }
        }
        return sum;
    }

    private static byte[] question(int requestId, HandleRecord record) {
        try {
            return HandleMessageCodec.encode(HandleMessage.of(
                    MessageEnvelope.of(requestId),
                    MessageHeader.request(OpCode.RESOLUTION, new OpFlags(OpFlags.PUBLIC_ONLY | OpFlags.KEEP_ALIVE)),
                    ResolutionRequest.all(record.name())));
        } catch (WireFormatException e) {
            throw new IllegalArgumentException(record.name() + " cannot be asked for", e);
        }
    }

    private CreatedCheck plus(HandleRecord expected, HandleMessage answer) {
        if (!(answer.body() instanceof ResolutionResponse found)) {
            return plus(false, false);
        }
        return plus(true, found.handle().equals(expected.name()) && isSame(expected.values(), found.values()));
    }

    CreatedCheck plus(boolean isThere, boolean isSame) {
        return new CreatedCheck(asked + 1, missing + (isThere ? 0 : 1), different + (isThere && !isSame ? 1 : 0));
    }

    private static boolean isSame(List<HandleValue> sent, List<HandleValue> found) {
        return sent.stream()
                .map(CreatedCheck::unstamped)
                .toList()
                .equals(found.stream().map(CreatedCheck::unstamped).toList());
    }

    private static HandleValue unstamped(HandleValue value) {
        return new HandleValue(
                value.index(), value.type(), value.data(), value.ttl(), value.permissions(), 0, value.references());
    }
}
