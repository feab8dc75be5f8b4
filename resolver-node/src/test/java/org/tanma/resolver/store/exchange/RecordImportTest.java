// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.text.ValueText;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleClashException;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.exchange.Fault.Kind;

class RecordImportTest {
    private static final long NOW = 1_700_000_000;

    @TempDir
    private Path directory;

    private final MemoryHandleStore store = new MemoryHandleStore();
    private final List<Fault> faults = new ArrayList<>();

    private RecordFile file(String text) throws IOException {
        return RecordFile.open(Files.writeString(directory.resolve("file"), text), NOW);
    }

    private ImportReport run(String text) throws IOException {
        try (RecordFile file = file(text)) {
            return new RecordImport(store, store).run(file, faults::add);
        }
    }

    private String values(String handle) {
        return store.find(HandleName.parse(handle))
                .map(record -> record.decode().values().stream()
                        .map(value -> value.index() + " " + value.type() + " "
                                + value.ttl().seconds() + " "
                                + value.permissions().bits() + " " + ValueText.of(value))
                        .collect(Collectors.joining("; ")))
                .orElse("none");
    }

    @Test
    void batch_everySection_doesWhatTheManualSays() throws IOException {
        Files.write(directory.resolve("key.bin"), new byte[] {1, 2, 3});

        ImportReport report = run("""
                AUTHENTICATE SECKEY:300:0.NA/20.500.12345
                password

                SESSIONSETUP
                USESESSION:true

                CREATE 20.500.12345/a
                100 HS_ADMIN 86400 1110 ADMIN 300:110000000001:0.NA/20.500.12345
                1 URL 3600 1110 UTF8 https://a.example/with a space
                2 HS_VLIST 86400 1110 LIST 300:0.NA/1;301:0.NA/2
                300 HS_PUBKEY 86400 1110 FILE key.bin
                301 HS_SECKEY 86400 1100 UTF8 secret

                ADD 20.500.12345/a
                7 EMAIL 86400 1110 UTF8 a@example.com

                MODIFY 20.500.12345/a
                1 URL 60 1110 UTF8 https://b.example/

                REMOVE 2,301:20.500.12345/a

                CREATE 20.500.12345/b
                1 URL 86400 1110 UTF8 https://b.example/

                DELETE 20.500.12345/b

                HOME 127.0.0.1:2641:TCP
                0.NA/20.500.12345
                """);

        assertThat(faults).isEmpty();
        assertThat(report).isEqualTo(new ImportReport(2, 0, 0, 1, 3, 0, 3));
        assertThat(values("20.500.12345/a"))
                .isEqualTo(
                        "1 URL 60 14 https://b.example/; 7 EMAIL 86400 14 a@example.com; "
                                + "100 HS_ADMIN 86400 14 300:0.NA/20.500.12345 100000000011; 300 HS_PUBKEY 86400 14 \\u0001\\u0002\\u0003");
        assertThat(values("20.500.12345/b")).isEqualTo("none");
        assertThat(store.find(HandleName.parse("20.500.12345/a"))
                        .orElseThrow()
                        .decode()
                        .values()
                        .get(0)
                        .timestampSeconds())
                .isEqualTo(NOW);
    }

    @Test
    void batch_eachFault_isNamedByItsLineAndStopsNothingElse() throws IOException {
        ImportReport report = run("""
                CREATE 20.500.12345/good
                1 URL 86400 1110 UTF8 x

                CREATE nohandle
                1 URL 86400 1110 UTF8 x

                CREATE 20.500.12345/bad
                0 URL 86400 1110 UTF8 x
                1 URL -1 1110 UTF8 x
                2 URL 86400 1210 UTF8 x
                3 URL 86400 1110 TEXT x
                4 HS_ADMIN 86400 1110 ADMIN 300:111:0.NA/x
                5 HS_VLIST 86400 1110 LIST 300-x
                6 KEY 86400 1110 FILE missing.bin
                7 URL

                FROB 20.500.12345/x

                DELETE 20.500.12345/none

                REMOVE x:20.500.12345/good

                REMOVE 9:20.500.12345/good

                ADD 20.500.12345/good
                1 URL 86400 1110 UTF8 again

                MODIFY 20.500.12345/good
                2 URL 86400 1110 UTF8 x

                CREATE 20.500.12345/good
                1 URL 86400 1110 UTF8 x

                CREATE 20.500.12345/twice
                1 URL 86400 1110 UTF8 x
                1 URL 86400 1110 UTF8 y

                CREATE 20.500.12345/empty

                CREATE 20.500.12345/last
                1 URL 86400 1110 UTF8 x""");

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.kind())
                .containsExactlyInAnyOrder(
                        "4 BAD_HANDLE",
                        "8 BAD_INDEX",
                        "9 BAD_TTL",
                        "10 BAD_PERMISSIONS",
                        "11 UNKNOWN_FORM",
                        "12 BAD_ADMIN",
                        "13 BAD_LIST",
                        "14 FILE_UNREADABLE",
                        "15 BAD_VALUE_LINE",
                        "17 UNKNOWN_SECTION",
                        "19 NOT_FOUND",
                        "21 BAD_VALUE_LINE",
                        "23 VALUE_NOT_FOUND",
                        "25 VALUE_EXISTS",
                        "28 VALUE_NOT_FOUND",
                        "31 EXISTS",
                        "34 BAD_RECORD",
                        "38 NO_VALUES");
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(faults.size());
        assertThat(values("20.500.12345/last")).isEqualTo("1 URL 86400 14 x");
    }

    @Test
    void jsonLines_goodOnesGoInBadOnesAreNamed() throws IOException {
        ImportReport report = run("""
                {"handle":"20.500.12345/a","values":[{"index":1,"type":"URL","data":"https://a.example/"}]}

                {"handle":"20.500.12345/b"}
                {"handle":"nohandle","values":[]}
                {"handle":"20.500.12345/c","values":[{"index":0,"type":"URL","data":"x"}]}
                not json
                {"handle":"20.500.12345/d","values":[]}
                """);

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.kind())
                .containsExactly("3 BAD_JSON", "4 BAD_JSON", "5 BAD_JSON", "6 BAD_JSON");
        assertThat(report.created()).isEqualTo(2);
        assertThat(values("20.500.12345/a")).isEqualTo("1 URL 86400 14 https://a.example/");
    }

    @Test
    void lineOverTheLimit_isNamedAndReadPast() throws IOException {
        String most = "x".repeat(LineReader.MAX_LINE_OCTETS - "1 D 1 1110 UTF8 ".length());
        run("CREATE 20.500.12345/most\n1 D 1 1110 UTF8 " + most + "\n\nCREATE 20.500.12345/over\n1 D 1 1110 UTF8 x"
                + most + "\n\nCREATE 20.500.12345/next\n1 D 1 1110 UTF8 x\n");

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.kind())
                .as("the store takes less than a line may have")
                .containsExactlyInAnyOrder("1 BAD_RECORD", "5 LINE_TOO_LONG");
        assertThat(values("20.500.12345/next")).isEqualTo("1 D 1 14 x");
    }

    @Test
    void replacing_existingRecords_areReplacedOrUnchanged() throws IOException {
        run("CREATE 20.500.12345/a\n1 D 1 1110 UTF8 x\n\nCREATE 20.500.12345/b\n1 D 1 1110 UTF8 x\n");
        try (RecordFile file =
                file("CREATE 20.500.12345/a\n1 D 1 1110 UTF8 x\n\nCREATE 20.500.12345/b\n1 D 1 1110 UTF8 y\n")) {
            assertThat(new RecordImport(store, store).replacing().run(file, faults::add))
                    .isEqualTo(new ImportReport(0, 1, 1, 0, 0, 0, 0));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void dryRun_writesNothingAndTellsTheSameFaults() throws IOException {
        run("CREATE 20.500.12345/a\n1 D 1 1110 UTF8 x\n");
        try (RecordFile file =
                file("CREATE 20.500.12345/a\n1 D 1 1110 UTF8 x\n\nCREATE 20.500.12345/b\n1 D 1 1110 UTF8 x\n\n"
                        + "DELETE 20.500.12345/a\n\nADD 20.500.12345/a\n2 D 1 1110 UTF8 x\n")) {
            ImportReport report = new RecordImport(store, store).dryRun().run(file, faults::add);
            assertThat(report).isEqualTo(new ImportReport(1, 0, 0, 1, 1, 1, 0));
        }
        assertThat(faults).extracting(Fault::kind).containsExactly(Kind.EXISTS);
        assertThat(store.lastSequence()).isEqualTo(1);
    }

    @Test
    void manyRecords_clashesInTheirMidst_areTheOnlyOnesRefused() throws IOException {
        run("CREATE 20.500.12345/7\n1 D 1 1110 UTF8 x\n\nCREATE 20.500.12345/2500\n1 D 1 1110 UTF8 x\n");
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "CREATE 20.500.12345/" + i + "\n1 D 1 1110 UTF8 " + i + "\n\n")
                .collect(Collectors.joining());

        assertThat(run(many)).isEqualTo(new ImportReport(4_998, 0, 0, 0, 0, 2, 0));
        assertThat(faults).extracting(Fault::line).containsExactly(22L, 7_501L);
        assertThat(values("20.500.12345/4999")).isEqualTo("1 D 1 14 4999");
    }

    @Test
    void bulk_isAllOrNothing() throws IOException {
        String good = "CREATE 20.500.12345/a\n1 D 1 1110 UTF8 x\n\n";
        try (RecordFile file = file(good + "CREATE 20.500.12345/b\nbad\n")) {
            assertThat(new RecordImport(store, store)
                            .runInBulk(file, store, faults::add)
                            .refused())
                    .isEqualTo(1);
        }
        assertThat(values("20.500.12345/a")).isEqualTo("none");
        try (RecordFile file = file(good)) {
            assertThat(new RecordImport(store, store)
                            .runInBulk(file, store, faults::add)
                            .created())
                    .isEqualTo(1);
        }
        try (RecordFile file = file(good)) {
            assertThatThrownBy(() -> new RecordImport(store, store).runInBulk(file, store, faults::add))
                    .isInstanceOf(HandleClashException.class);
        }
    }

    @Test
    void recordOverTheStoresLimit_isRefusedAlone() throws IOException {
        HandleRecord fits =
                new HandleRecord(HandleName.parse("20.500.12345/fits"), List.of(HandleValue.text(1, "D", "x", 0)));
        Path large = Files.write(directory.resolve("large.bin"), new byte[HandleAdminStore.MAX_RECORD_OCTETS]);
        run("CREATE 20.500.12345/large\n1 D 1 1110 FILE " + large + "\n\nCREATE " + fits.name()
                + "\n1 D 1 1110 UTF8 x\n");

        assertThat(faults).extracting(Fault::kind).containsExactly(Kind.BAD_RECORD);
        assertThat(values("20.500.12345/fits")).isEqualTo("1 D 1 14 x");
        assertThat(new String(Files.readAllBytes(directory.resolve("file")), UTF_8))
                .contains("large.bin");
    }
}
