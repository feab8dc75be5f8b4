// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.RecordChange;

/** What is exported comes back the same, and mutilated files are told and nothing else. */
class ExchangeProperties {
    @Provide
    Arbitrary<List<HandleRecord>> records() {
        return record().list().ofMinSize(1).ofMaxSize(8).uniqueElements(HandleRecord::name);
    }

    private static Arbitrary<HandleRecord> record() {
        Arbitrary<String> suffix = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('碳', 'é', ' ')
                .ofMaxLength(12);
        return Combinators.combine(suffix, values())
                .as((end, values) -> new HandleRecord(HandleName.parse("20.500.12345/" + end.strip()), values));
    }

    private static Arbitrary<List<HandleValue>> values() {
        return value().list().ofMinSize(1).ofMaxSize(6).uniqueElements(HandleValue::index);
    }

    private static Arbitrary<HandleValue> value() {
        Arbitrary<String> type = Arbitraries.of(
                "URL", "HS_ADMIN", "HS_VLIST", "HS_SITE", "HS_PUBKEY", "HS_SECKEY", "HS_ALIAS", "desc", "类型", "");
        Arbitrary<byte[]> data = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(text -> text.getBytes(UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(30),
                Arbitraries.of(admin(0xFFF), admin(0xF0FF), new byte[0], "two\nlines".getBytes(UTF_8)));
        Arbitrary<Ttl> ttl = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.longs().between(0, 0xFFFF_FFFFL))
                .as(Ttl::new);
        Arbitrary<List<ValueReference>> references = Combinators.combine(
                        Arbitraries.of("20.500.12345/b", "x/碳", ""),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(ValueReference::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(1),
                        type,
                        data,
                        ttl,
                        Arbitraries.integers().between(0, 15).map(ValuePermissions::fromBits),
                        Arbitraries.longs().between(0, 0xFFFF_FFFFL),
                        references)
                .as(HandleValue::new);
    }

    private static byte[] admin(int permissions) {
        try {
            return new org.tanma.handle.wire.AdminRecord(permissions, HandleName.parse("0.NA/20.500.12345"), 300)
                    .encode();
        } catch (org.tanma.handle.wire.WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemoryHandleStore holding(List<HandleRecord> records) {
        MemoryHandleStore store = new MemoryHandleStore();
        records.forEach(record -> store.apply(List.of(RecordChange.put(record, ExpectedVersion.absent()))));
        return store;
    }

    private static ImportReport read(MemoryHandleStore store, byte[] octets, List<Fault> faults) throws IOException {
        Path file = Files.createTempFile("exchange", ".txt");
        try {
            Files.write(file, octets);
            try (RecordFile opened = RecordFile.open(file, 0)) {
                return new RecordImport(store, store).run(opened, faults::add);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void jsonLines_comeBackTheSame(@ForAll("records") List<HandleRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordExport(holding(records), Optional.empty()).toJsonLines(out);
        MemoryHandleStore copy = new MemoryHandleStore();
        List<Fault> faults = new ArrayList<>();

        ImportReport report = read(copy, out.toByteArray(), faults);

        assertThat(faults).isEmpty();
        assertThat(report.created()).isEqualTo(records.size());
        for (HandleRecord record : records) {
            HandleRecord found = copy.find(record.name()).orElseThrow().decode();
            assertThat(found).isEqualTo(record);
            assertThat(found.name()).hasToString(record.name().toString());
        }
    }

    @Property(tries = 100)
    void batch_comesBackButForWhatItHasNoPlaceFor(@ForAll("records") List<HandleRecord> records) throws IOException {
        Path files = Files.createTempDirectory("exchange");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordExport.ExportReport exported = new RecordExport(holding(records), Optional.empty()).toBatch(out, files);
        MemoryHandleStore copy = new MemoryHandleStore();
        List<Fault> faults = new ArrayList<>();

        read(copy, out.toByteArray(), faults);

        assertThat(faults).allMatch(fault -> fault.kind() == Fault.Kind.NO_VALUES);
        long values = 0;
        for (HandleRecord record : records) {
            for (HandleValue value : record.values()) {
                if (!value.type().isEmpty()) {
                    values++;
                    assertThat(copy.find(record.name()).orElseThrow().decode().findByIndex(value.index()))
                            .contains(new HandleValue(
                                    value.index(),
                                    value.type(),
                                    value.data(),
                                    Ttl.ofSeconds(value.ttl().seconds()),
                                    value.permissions(),
                                    0,
                                    List.of()));
                }
            }
        }
        assertThat(exported.leftOut())
                .isEqualTo(records.stream().mapToLong(r -> r.values().size()).sum() - values);
    }

    @Property(tries = 300)
    void mutilatedFile_isToldAndNothingElse(
            @ForAll("records") List<HandleRecord> records,
            @ForAll int place,
            @ForAll byte octet,
            @ForAll boolean isJson)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordExport export = new RecordExport(holding(records), Optional.empty());
        if (isJson) {
            export.toJsonLines(out);
        } else {
            export.toBatch(out, Files.createTempDirectory("exchange"));
        }
        byte[] octets = out.toByteArray();
        octets[Math.floorMod(place, octets.length)] = octet;

        List<Fault> faults = new ArrayList<>();
        ImportReport report = read(new MemoryHandleStore(), octets, faults);

        assertThat(report.refused()).isEqualTo(faults.size());
        assertThat(faults).allMatch(fault -> fault.line() >= 1);
    }
}
