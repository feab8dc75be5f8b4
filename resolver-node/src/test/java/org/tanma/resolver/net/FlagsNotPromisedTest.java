// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.MemoryHandleStore;

/** An answer never says of itself that what it holds was verified: CACR and the trusted flags are left out, as nothing was. */
class FlagsNotPromisedTest {
    private static final String OWN = "20.500.12345/own";
    private static final String FAR = "20.77/far";

    private final AtomicInteger asked = new AtomicInteger();
    private NodeFaces faces;

    @BeforeEach
    void start() {
        MemoryHandleStore store = new MemoryHandleStore();
        store.createOrReplace(
                new HandleRecord(HandleName.parse(OWN), List.of(HandleValue.text(1, "DESC", "here", 86_400))));
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of("20.500.12345");
        InstantSource clock = InstantSource.fixed(RunningFaces.NOW);
        ParentResolver parent = new PatientParent(
                (name, count) -> {
                    asked.incrementAndGet();
                    return new ParentAnswer.Values(
                            EncodedValues.encode(List.of(HandleValue.text(1, "DESC", "there", 86_400))));
                },
                RecursionConfig.DEFAULT,
                clock);
        ResolutionPipeline pipeline = new ResolutionPipeline(
                prefixes,
                store,
                AccessRules.of(StoredKeys.of(store)),
                PrefixServices.watching(prefixes, store, store),
                SiteShare.whole(0),
                parent);
        EpochAnswerCache cache = EpochAnswerCache.of(AnswerCacheConfig.DEFAULT);
        store.subscribe(cache);
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(pipeline, clock).withCache(cache));
    }

    @AfterEach
    void stop() {
        faces.close();
    }

    private HandleMessage ask(String handle, int flags) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), faces.handlePort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(HandleMessageCodec.encode(HandleMessage.of(
                            MessageEnvelope.of(1),
                            MessageHeader.request(OpCode.RESOLUTION, new OpFlags(flags)),
                            new ResolutionRequest(HandleName.parse(handle), List.of(), List.of()))));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
            int length = ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH);
            byte[] whole = Arrays.copyOf(envelope, envelope.length + length);
            in.readFully(whole, envelope.length, length);
            return RawRequests.decode(whole);
        }
    }

    private static String text(HandleMessage answer) {
        assertThat(answer.header().responseCode()).isEqualTo(ResponseCode.SUCCESS);
        return new String(((ResolutionResponse) answer.body()).values().get(0).data(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                OpFlags.CACHE_CERTIFIED,
                OpFlags.TRUSTED_QUERY,
                OpFlags.TRUSTED_RESULT,
                OpFlags.TRUSTED_QUERY | OpFlags.TRUSTED_RESULT,
                OpFlags.CACHE_CERTIFIED | OpFlags.TRUSTED_QUERY
            })
    void flagIsLeftOut_firstAndFromMemory_ofOwnAndOfOthers(int flags) throws Exception {
        int with = flags | OpFlags.RECURSIVE | OpFlags.PUBLIC_ONLY;
        for (int i = 0; i < 3; i++) {
            HandleMessage own = ask(OWN, with);
            assertThat(text(own)).isEqualTo("here");
            assertThat(own.header().flags().bits()).isEqualTo(OpFlags.RECURSIVE | OpFlags.PUBLIC_ONLY);
            HandleMessage far = ask(FAR, with);
            assertThat(text(far)).isEqualTo("there");
            assertThat(far.header().flags().bits()).isEqualTo(OpFlags.RECURSIVE | OpFlags.PUBLIC_ONLY);
        }
    }

    @Test
    void cacheCertified_takesWhatIsRememberedAndIsRemembered() throws Exception {
        int plain = OpFlags.RECURSIVE;
        assertThat(text(ask(FAR, plain | OpFlags.CACHE_CERTIFIED))).isEqualTo("there");
        assertThat(text(ask(FAR, plain))).isEqualTo("there");
        assertThat(text(ask(FAR, plain | OpFlags.CACHE_CERTIFIED))).isEqualTo("there");
        assertThat(asked).hasValue(1);
    }
}
