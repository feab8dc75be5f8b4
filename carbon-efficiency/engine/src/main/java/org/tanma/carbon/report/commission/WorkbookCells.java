// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.commission;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Input cells of a workbook (ISO/IEC 29500) filled in, all else left as it is: styles, formulas, protection.
 *
 * <p>Shape: a cell's element is replaced, its style kept; texts stand in the cell itself. Limits: {@value #MAX_OCTETS} octets
 * unpacked. Errors: {@link IOException} where the file is no such workbook, or a cell is absent or holds a formula.
 */
final class WorkbookCells {
    static final int MAX_OCTETS = 64 << 20;

    private static final Pattern SHEET =
            Pattern.compile("<sheet [^>]*?name=\"([^\"]*)\"[^>]*?r:id=\"([^\"]*)\"[^>]*?/>");
    private static final Pattern RELATIONSHIP = Pattern.compile("<Relationship [^>]*>");
    private static final Pattern ID = Pattern.compile(" Id=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile(" Target=\"([^\"]*)\"");
    private static final Pattern STYLE = Pattern.compile(" s=\"[0-9]+\"");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> sheets;
    private final Map<String, Map<String, String>> cells = new TreeMap<>();

    WorkbookCells(byte[] workbook) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            int left = MAX_OCTETS;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readNBytes(left);
                left -= part.length;
                if (left == 0) {
                    throw new IOException("the workbook is larger than " + MAX_OCTETS + " octets");
                }
                parts.put(entry.getName(), part);
            }
        }
        this.sheets = sheets(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
    }

    boolean hasSheet(String sheet) {
        return sheets.containsKey(sheet);
    }

    void put(String sheet, String cell, String text) {
        put(sheet, cell, " t=\"inlineStr\"><is><t>", escape(text), "</t></is></c>");
    }

    void put(String sheet, String cell, BigDecimal number) {
        put(sheet, cell, "><v>", number.toPlainString(), "</v></c>");
    }

    void put(String sheet, String cell, boolean flag) {
        put(sheet, cell, " t=\"b\"><v>", flag ? "1" : "0", "</v></c>");
    }

    private void put(String sheet, String cell, String before, String value, String after) {
        cells.computeIfAbsent(sheet, key -> new TreeMap<>()).put(cell, before + value + after);
    }

    /** The workbook with the cells that were put. */
    byte[] write() throws IOException {
        for (Map.Entry<String, Map<String, String>> sheet : cells.entrySet()) {
            String part = sheets.get(sheet.getKey());
            if (part == null) {
                throw new IOException("there is no sheet " + sheet.getKey());
            }
            parts.put(part, fill(sheet.getKey(), text(part), sheet.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(part.getValue());
            }
        }
        return octets.toByteArray();
    }

    private static String fill(String sheet, String xml, Map<String, String> values) throws IOException {
        String filled = xml;
        for (Map.Entry<String, String> value : values.entrySet()) {
            String cell = value.getKey();
            int from = filled.indexOf("<c r=\"" + cell + "\"");
            int tagEnd = from < 0 ? -1 : filled.indexOf('>', from);
            if (tagEnd < 0) {
                throw new IOException("there is no cell " + cell + " in " + sheet);
            }
            boolean isEmpty = filled.charAt(tagEnd - 1) == '/';
            int to = isEmpty ? tagEnd + 1 : filled.indexOf("</c>", tagEnd) + "</c>".length();
            if (filled.substring(from, to).contains("<f")) {
                throw new IOException("cell " + cell + " of " + sheet + " holds a formula");
            }
            Matcher style = STYLE.matcher(filled.substring(from, tagEnd));
            filled = filled.substring(0, from) + "<c r=\"" + cell + "\"" + (style.find() ? style.group() : "")
                    + value.getValue() + filled.substring(to);
        }
        return filled;
    }

    private static Map<String, String> sheets(String workbook, String relationships) {
        Map<String, String> targets = new TreeMap<>();
        Matcher relationship = RELATIONSHIP.matcher(relationships);
        while (relationship.find()) {
            Matcher id = ID.matcher(relationship.group());
            Matcher target = TARGET.matcher(relationship.group());
            if (id.find() && target.find()) {
                targets.put(id.group(1), "xl/" + target.group(1));
            }
        }
        Map<String, String> sheets = new TreeMap<>();
        Matcher sheet = SHEET.matcher(workbook);
        while (sheet.find()) {
            String target = targets.get(sheet.group(2));
            if (target != null) {
                sheets.put(sheet.group(1).replace("&amp;", "&"), target);
            }
        }
        return sheets;
    }

    private String text(String part) throws IOException {
        byte[] octets = parts.get(part);
        if (octets == null) {
            throw new IOException("there is no part " + part);
        }
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(each -> each >= ' ').forEach(each -> {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(each);
            }
        });
        return escaped.toString();
    }
}
