// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.standalone.bench.BenchRecords;

class FaceProbeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path directory;

    @Test
    void handleThatIsThere_passesByEveryFace_andOneThatIsNot_byNone() {
        BenchRecords records = new BenchRecords(BenchRecords.PREFIX);
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory))) {
            store.createOrReplace(records.record(1));
            ResolutionPipeline pipeline = new ResolutionPipeline(ResponsiblePrefixes.of(BenchRecords.PREFIX), store);
            FaceProbe there;
            try (NodeFaces faces =
                    NodeFaces.open(NodeFacesConfig.on(HERE, 0, 0), NodeServices.of(pipeline, InstantSource.system()))) {
                there = FaceProbe.of(HERE, faces.handlePort(), faces.httpPort(), records.name(1));
                assertThat(there.udp()).isEmpty();
                assertThat(there.tcp()).isEmpty();
                assertThat(there.http()).isEmpty();
                HandleName absent = records.name(2);
                FaceProbe gone = FaceProbe.of(HERE, faces.handlePort(), faces.httpPort(), absent);
                assertThat(gone.udp()).get().asString().contains("100");
                assertThat(gone.tcp()).get().asString().contains("100");
                assertThat(gone.http()).get().asString().contains("404");
            }
            assertThat(there.udp()).isPresent();
            assertThat(there.tcp()).isPresent();
            assertThat(there.http()).isPresent();
        }
    }
}
