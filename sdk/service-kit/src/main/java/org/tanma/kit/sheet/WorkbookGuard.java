// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tanma.kit.rest.Wording;

/**
 * Looks through a workbook before anything keeps a piece of it in memory: inflates every part once and counts what comes out.
 *
 * <p>Refused are archives with more than {@value #MOST_PARTS} parts or a part twice; parts beyond their limits, whatever the
 * archive says of their size; document types, by which entities would be defined; texts, tags and rows too long to be held.
 */
final class WorkbookGuard {
    static final int MOST_PARTS = 10_000;
    /** Of a sheet, in octets when inflated. */
    static final long MOST_SHEET = 4L << 30;
    /** Of the texts shared by cells, which are held in memory while rows are read. */
    static final long MOST_SHARED = 96L << 20;
    /** Of any other part that is read. */
    static final long MOST_OTHER = 16L << 20;
    /** Of the text between two tags. A cell holds 32,767 characters at most. */
    static final int MOST_TEXT = 256 << 10;

    static final int MOST_TAG = 64 << 10;
    /** Of one row. */
    static final int MOST_ROW = 4 << 20;

    private static final int BUFFER = 1 << 16;
    private static final int KEPT_NAME = 64;

    private WorkbookGuard() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw refused(
                        "含 " + zip.size() + " 个部件，最多 " + MOST_PARTS,
                        zip.size() + " parts where at most " + MOST_PARTS + " are taken");
            }
            Set<String> names = new HashSet<>();
            byte[] octets = new byte[BUFFER];
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                if (!names.add(part.getName())) {
                    throw refused("部件 " + part.getName() + " 出现两次", "the part " + part.getName() + " twice");
                }
                if (isRead(part.getName())) {
                    try (InputStream in = zip.getInputStream(part)) {
                        new Scan(part.getName()).scan(in, octets);
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableWorkbookException(
                    new Wording(
                            "不是可读的工作簿：" + e.getMessage(),
                            "the file is no workbook that can be read: " + e.getMessage()),
                    e);
        }
    }

    /** Pictures and the like are passed on unread. */
    private static boolean isRead(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static UnreadableWorkbookException refused(String zh, String en) {
        return new UnreadableWorkbookException(new Wording("工作簿" + zh, "the workbook has " + en));
    }

    /** One part, octet by octet; for one thread. */
    private static final class Scan {
        private final String part;
        private final long most;
        private final byte[] name = new byte[KEPT_NAME];
        private boolean isInTag;
        private int tagLength;
        private int textLength;
        private long rowStart;
        private long read;

        Scan(String part) {
            this.part = part;
            this.most = part.startsWith("xl/worksheets/")
                    ? MOST_SHEET
                    : part.endsWith("sharedStrings.xml") ? MOST_SHARED : MOST_OTHER;
        }

        void scan(InputStream in, byte[] octets) throws IOException {
            for (int length = in.read(octets); length >= 0; length = in.read(octets)) {
                if (read == 0 && length >= 2 && (octets[0] == (byte) 0xFE || octets[0] == (byte) 0xFF)) {
                    throw refused("部件 " + part + " 不是 UTF-8", "a part that is not in UTF-8, " + part);
                }
                if (read + length > most) {
                    throw refused(
                            "部件 " + part + " 展开后超过 " + (most >> 20) + " MiB",
                            "a part, " + part + ", of more than " + (most >> 20) + " MiB when inflated");
                }
                for (int i = 0; i < length; i++) {
                    take(octets[i], read + i);
                }
                read += length;
            }
        }

        private void take(byte octet, long place) {
            if (octet == '<' && !isInTag) {
                isInTag = true;
                tagLength = 0;
            } else if (octet == '>' && isInTag) {
                isInTag = false;
                textLength = 0;
                endTag(place);
            } else if (isInTag) {
                if (tagLength < KEPT_NAME) {
                    name[tagLength] = octet;
                }
                if (++tagLength > MOST_TAG) {
                    throw refused("部件 " + part + " 中有过长的标签", "a tag that is too long in " + part);
                }
            } else if (++textLength > MOST_TEXT) {
                throw refused("部件 " + part + " 中有过长的文本", "a text that is too long in " + part);
            }
            if (most == MOST_SHEET && place - rowStart > MOST_ROW) {
                throw refused("部件 " + part + " 中有过长的行", "a row that is too long in " + part);
            }
        }

        private void endTag(long place) {
            if (tagLength > 0 && name[0] == '!') {
                String start = new String(name, 0, Math.min(tagLength, KEPT_NAME), StandardCharsets.ISO_8859_1);
                if (!start.startsWith("!--") && !start.startsWith("![CDATA[")) {
                    throw refused("部件 " + part + " 含文档类型定义", "a document type in " + part);
                }
            }
            boolean isRowEnd = tagLength >= 4
                    && tagLength <= KEPT_NAME
                    && name[0] == '/'
                    && name[tagLength - 3] == 'r'
                    && name[tagLength - 2] == 'o'
                    && name[tagLength - 1] == 'w';
            boolean isEmptyRow = tagLength <= KEPT_NAME && tagLength > 3 && name[tagLength - 1] == '/';
            if (isRowEnd || isEmptyRow) {
                rowStart = place;
            }
        }
    }
}
