// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook's archive without the time it was written at, so that equal workbooks have equal bytes.
 *
 * <p>The entries are found by the archive's central directory (APPNOTE 4.3.12), for the JDK's streams cannot read the 64-bit
 * data descriptors that the workbook library writes after each of them.
 */
final class TimelessArchive {
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
    private static final String PROPERTIES = "docProps/core.xml";

    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int CENTRAL_NAME_LENGTH = 28;
    private static final int CENTRAL_LOCAL_OFFSET = 42;
    private static final int LOCAL_LENGTH = 30;
    private static final int LOCAL_NAME_LENGTH = 26;
    private static final int END_LENGTH = 22;
    private static final int END_CENTRAL_OFFSET = 16;

    private TimelessArchive() {}

    /** @param archive as the library wrote it: deflated entries, no comment at its end */
    static byte[] of(byte[] archive) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream written = new ByteArrayOutputStream(archive.length);
        try (ZipOutputStream to = new ZipOutputStream(written)) {
            int at = octets.getInt(archive.length - END_LENGTH + END_CENTRAL_OFFSET);
            while (octets.getInt(at) == CENTRAL_SIGNATURE) {
                int nameLength = octets.getShort(at + CENTRAL_NAME_LENGTH);
                String name = new String(archive, at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8);
                byte[] content = inflate(archive, octets, octets.getInt(at + CENTRAL_LOCAL_OFFSET));
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EARLIEST);
                to.putNextEntry(entry);
                to.write(name.equals(PROPERTIES) ? withoutTime(content) : content);
                to.closeEntry();
                at += CENTRAL_LENGTH
                        + nameLength
                        + octets.getShort(at + CENTRAL_NAME_LENGTH + 2)
                        + octets.getShort(at + CENTRAL_NAME_LENGTH + 4);
            }
        }
        return written.toByteArray();
    }

    private static byte[] inflate(byte[] archive, ByteBuffer octets, int local) throws IOException {
        int start = local
                + LOCAL_LENGTH
                + octets.getShort(local + LOCAL_NAME_LENGTH)
                + octets.getShort(local + LOCAL_NAME_LENGTH + 2);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream from =
                new InflaterInputStream(new ByteArrayInputStream(archive, start, archive.length - start), inflater)) {
            return from.readAllBytes();
        } finally {
            inflater.end();
        }
    }

    private static byte[] withoutTime(byte[] properties) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
