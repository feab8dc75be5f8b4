// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.handle.apps.batch.GenericBatch;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.GenericResponse;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireWriter;
import org.tanma.resolver.store.MemoryHandleStore;

/** The batch tool of handle-client reads what is exported, and would create the same values. */
class BatchInteropTest {
    @TempDir
    private Path directory;

    @Test
    void export_readByTheBatchTool_isTheSameRecords() throws Exception {
        WireWriter list = new WireWriter(1_000);
        HandleValueCodec.encodeReferences(
                List.of(new ValueReference("0.NA/20.500.12345", 300), new ValueReference("20.500.12345/adm", 1)), list);
        HandleRecord first = new HandleRecord(
                HandleName.parse("20.500.12345/Kiln-碳"),
                List.of(
                        HandleValue.text(1, "URL", "https://a.example/with a space?x=1&y=碳", 0),
                        value(2, "DESC", "two\nlines".getBytes(UTF_8), ValuePermissions.PUBLIC),
                        value(3, "DATA", new byte[] {0, 1, (byte) 0xFF}, ValuePermissions.PRIVATE),
                        value(4, "HS_VLIST", list.toArray(), ValuePermissions.PUBLIC),
                        value(
                                100,
                                "HS_ADMIN",
                                new AdminRecord(0xF3F, HandleName.parse("0.NA/20.500.12345"), 300).encode(),
                                ValuePermissions.PUBLIC)));
        HandleRecord second = new HandleRecord(
                HandleName.parse("20.500.12345/second"), List.of(HandleValue.text(7, "EMAIL", "a@example.com", 0)));
        MemoryHandleStore store = new MemoryHandleStore();
        store.create(first);
        store.create(second);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordExport(store, Optional.empty()).toBatch(out, directory);

        Recorder recorder = new Recorder();
        StringWriter log = new StringWriter();
        new GenericBatch(
                        new BufferedReader(new StringReader(out.toString(UTF_8))),
                        new SecretKeyAuthenticationInfo(Util.encodeString("0.NA/x"), 300, Util.encodeString("s")),
                        new PrintWriter(log),
                        recorder)
                .processBatch();

        assertThat(recorder.created).as(log.toString()).containsExactly(text(first), text(second));
    }

    private static HandleValue value(int index, String type, byte[] data, ValuePermissions permissions) {
        return new HandleValue(index, type, data, Ttl.ofSeconds(3_600), permissions, 0, List.of());
    }

    private static String text(HandleRecord record) {
        StringBuilder text = new StringBuilder(record.name().toString());
        record.values()
                .forEach(value -> text.append('\n')
                        .append(line(
                                value.index(),
                                value.type(),
                                value.ttl().seconds(),
                                value.permissions().bits(),
                                value.data())));
        return text.toString();
    }

    private static String line(int index, String type, long ttl, int permissions, byte[] data) {
        return index + " " + type + " " + ttl + " " + permissions + " "
                + java.util.HexFormat.of().formatHex(data);
    }

    /** Answers every request with success and keeps what would be created. */
    private static final class Recorder extends HandleResolver {
        private final List<String> created = new ArrayList<>();

        @Override
        public AbstractResponse processRequest(AbstractRequest request) throws HandleException {
            if (request instanceof CreateHandleRequest create) {
                StringBuilder text = new StringBuilder(Util.decodeString(create.handle));
                java.util.Arrays.stream(create.values)
                        .sorted(java.util.Comparator.comparingInt(net.handle.hdllib.HandleValue::getIndex))
                        .forEach(value -> text.append('\n')
                                .append(line(
                                        value.getIndex(),
                                        value.getTypeAsString(),
                                        value.getTTL(),
                                        (value.getAdminCanRead() ? 8 : 0)
                                                | (value.getAdminCanWrite() ? 4 : 0)
                                                | (value.getAnyoneCanRead() ? 2 : 0)
                                                | (value.getAnyoneCanWrite() ? 1 : 0),
                                        value.getData())));
                created.add(text.toString());
            }
            return new GenericResponse(request, AbstractMessage.RC_SUCCESS);
        }
    }
}
