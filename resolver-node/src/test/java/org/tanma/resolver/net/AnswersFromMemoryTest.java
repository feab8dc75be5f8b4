// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.EncodedRecordStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordLookup;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/** What is answered from the store's memory is what a worker would answer; where memory does not say, a worker is needed. */
class AnswersFromMemoryTest {
    private static final String HANDLE = RunningFaces.PREFIX + "/a";

    @TempDir
    private Path directory;

    private RocksHandleStore store;
    private NativeAnswers plain;
    private CachedNativeAnswers answers;
    private final EpochAnswerCache cache = EpochAnswerCache.of(AnswerCacheConfig.DEFAULT);
    private final NativeQuestion question = new NativeQuestion();

    @BeforeEach
    void open() {
        store = RocksHandleStore.open(RocksStoreConfig.of(directory).withBlockCacheOctets(1 << 20));
        store.subscribe(cache);
        ResolutionPipeline pipeline = new ResolutionPipeline(ResponsiblePrefixes.of(RunningFaces.PREFIX), store);
        NodeSite site = NodeSite.of(InetAddress.getLoopbackAddress(), 2641, 8000, 7, java.util.Optional.empty());
        plain = PlainAnswers.of(pipeline, site);
        answers = new CachedNativeAnswers(
                plain,
                PlainAnswers.of(pipeline.inMemory().orElseThrow(), site),
                cache,
                InstantSource.fixed(RunningFaces.NOW));
        put("a");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(String text) {
        store.createOrReplace(
                new HandleRecord(HandleName.parse(HANDLE), List.of(HandleValue.text(1, "DESC", text, 0))));
    }

    private static byte[] octets(ByteBuf out) {
        byte[] octets = new byte[out.readableBytes()];
        out.readBytes(octets);
        return octets;
    }

    private byte[] fromWorker(byte[] request) {
        ByteBuf out = Unpooled.buffer();
        plain.answer(ByteBuffer.wrap(request), new ResolutionRequestView(), NativeAnswers.UNLIMITED, out);
        return octets(out);
    }

    /** Nothing when somebody has to wait for it. */
    private byte[] fromMemory(byte[] request) {
        assertThat(question.read(Unpooled.wrappedBuffer(request), 0, request.length))
                .isTrue();
        ByteBuf out = Unpooled.buffer();
        boolean isAnswered = answers.answerFromMemory(question, NativeAnswers.UNLIMITED, out);
        assertThat(out.isReadable()).isEqualTo(isAnswered);
        return octets(out);
    }

    private boolean isKept() {
        return answers.answerAgain(question, NativeAnswers.UNLIMITED, Unpooled.buffer());
    }

    @Test
    void recordsInMemory_areAnsweredAsByAWorker_andKept() {
        for (String handle : List.of(HANDLE, HANDLE.toUpperCase(java.util.Locale.ROOT), HANDLE + "none", "10/x")) {
            byte[] request = RawRequests.resolve(1, handle);
            assertThat(fromMemory(request)).as(handle).isEqualTo(fromWorker(request));
            assertThat(isKept()).as(handle).isEqualTo(!handle.equals("10/x"));
        }
    }

    @Test
    void write_isSeenByTheNextQuestion() {
        byte[] request = RawRequests.resolve(1, HANDLE);
        fromMemory(request);
        assertThat(isKept()).isTrue();
        put("b");
        assertThat(isKept()).isFalse();
        assertThat(fromMemory(request)).isEqualTo(fromWorker(request));
    }

    /** A store that has nothing in memory. */
    private record OnDisk(HandleStore records) implements HandleStore, EncodedRecordStore {
        @Override
        public Optional<StoredRecord> find(HandleName name) {
            return records.find(name);
        }

        @Override
        public boolean find(RecordLookup lookup) {
            throw new IllegalStateException("asked only for what is in memory");
        }

        @Override
        public Presence findInMemory(RecordLookup lookup) {
            return Presence.UNKNOWN;
        }
    }

    @Test
    void recordsOnDiskOnly_areLeftToAWorker() {
        ResolutionPipeline pipeline =
                new ResolutionPipeline(ResponsiblePrefixes.of(RunningFaces.PREFIX), new OnDisk(store));
        NodeSite site = NodeSite.of(InetAddress.getLoopbackAddress(), 2641, 8000, 7, java.util.Optional.empty());
        NativeAnswers inMemory = PlainAnswers.of(pipeline.inMemory().orElseThrow(), site);
        answers = new CachedNativeAnswers(plain, inMemory, cache, InstantSource.fixed(RunningFaces.NOW));
        assertThat(fromMemory(RawRequests.resolve(1, HANDLE))).isEmpty();
        assertThat(fromWorker(RawRequests.resolve(1, HANDLE))).isNotEmpty();
    }
}
