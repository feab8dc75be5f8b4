// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.net.tls.TlsFileException;
import org.tanma.resolver.net.tls.TlsIdentity;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/** What fails while the parts of a node are opened is told in one sentence of either language. */
class FailedStartTest {
    @TempDir
    private Path parent;

    private DataDirectory directory;

    @BeforeEach
    void hold() {
        directory = DataDirectory.hold(parent.resolve("data"));
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    /** The failure reaches the node's start wrapped, as the web's context does it. */
    private void assertTold(ThrowingCallable start, String chinese, String english) {
        RuntimeException cause = catchThrowableOfType(RuntimeException.class, start);
        StartRefusedException refusal = FailedStart.refusal(new IllegalStateException("wrapped", cause), directory);
        assertThat(refusal.sentence().in(Locale.CHINESE))
                .startsWith(chinese)
                .endsWith("。")
                .hasLineCount(1);
        assertThat(refusal).hasMessageStartingWith(english);
        assertThat(refusal.getMessage()).endsWith(".").hasLineCount(1);
        assertThat(refusal).hasRootCause(root(cause));
    }

    private static Throwable root(Throwable cause) {
        return cause.getCause() == null ? cause : root(cause.getCause());
    }

    @Test
    void unreachableDatabase_isNamed() {
        SqlConfig nowhere = new SqlConfig.PostgreSql("jdbc:postgresql://127.0.0.1:1/tanma", "tanma", "secret", "");
        assertTold(
                () -> SqlDatabase.open(nowhere, "registrar").close(),
                "无法连接数据库 PostgreSql[jdbc:postgresql://127.0.0.1:1/tanma, user tanma]：",
                "The database PostgreSql[jdbc:postgresql://127.0.0.1:1/tanma, user tanma] cannot be reached: ");
    }

    @Test
    void cacheBeyondWhatTheJvmMayHave_isToldWithBothSizes() {
        AnswerCacheConfig standard = AnswerCacheConfig.DEFAULT;
        AnswerCacheConfig large = new AnswerCacheConfig(
                AnswerCacheConfig.Place.OUTSIDE, 1L << 40, standard.longest(), standard.negative());
        assertTold(
                () -> EpochAnswerCache.of(large), "此 JVM 的堆外内存上限为 ", "A cache of 1048576 MiB does not fit into the ");
    }

    @Test
    void certificateThatIsNone_isNamed() throws Exception {
        Path none = Files.writeString(parent.resolve("certificate.pem"), "no PEM\n");
        TlsConfig files = new TlsConfig.OfOperator(none, none);
        assertTold(
                () -> TlsIdentity.open(files, InetAddress.getLoopbackAddress(), InstantSource.system()),
                none + " 中没有证书；可用：PEM",
                "There is no certificate in " + none + "; allowed is PEM");
    }

    @Test
    void everyFaultOfCertificates_hasItsPhrase() {
        for (TlsFileException.Fault fault : TlsFileException.Fault.values()) {
            assertThat(StartPhrase.of(FailedStart.key(fault), "A", "B").in(Locale.CHINESE))
                    .as(fault.name())
                    .endsWith("。");
        }
    }

    @Test
    void recordsInUse_areNamed() {
        RocksStoreConfig records = RocksStoreConfig.of(directory.directory("records"));
        try (RocksHandleStore first = RocksHandleStore.open(records)) {
            assertThat(first.lastSequence()).isZero();
            assertTold(
                    () -> RocksHandleStore.open(records).close(),
                    "另一个进程正在使用 " + directory.path(),
                    "Another process uses the records in " + directory.path());
        }
    }

    @Test
    void refusalInside_isToldAsItIs() {
        assertTold(
                () -> {
                    throw new StartRefusedException("parent.itself", "handle://127.0.0.1:2641");
                },
                "--parent handle://127.0.0.1:2641 就是本节点；",
                "--parent handle://127.0.0.1:2641 is this node itself;");
    }

    @Test
    void unknownFailure_namesTheLog() {
        assertTold(
                () -> {
                    throw new IllegalStateException("something odd.\nmore of it");
                },
                "节点无法启动（something odd）；详见日志 " + directory.path(),
                "The node could not start (something odd); the log " + directory.path());
    }
}
