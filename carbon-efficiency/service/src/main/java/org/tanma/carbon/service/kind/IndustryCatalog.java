// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanma.carbon.text.LocalText;
import org.tanma.kit.csv.CsvTable;

/**
 * Industry classes of GB/T 4754 with the method each is accounted by, from the data file {@code /carbon-service/industries.csv}.
 *
 * <p>The longest code that begins the one asked about wins; the row {@code *} serves all others.
 */
public final class IndustryCatalog {
    private static final String FILE = "/carbon-service/industries.csv";
    private static final String ALL_OTHERS = "*";

    private final Map<String, Industry> byCode = new TreeMap<>();

    /**
     * An industry.
     *
     * @param method name of the accounting method, without edition
     */
    public record Industry(LocalText name, String method) {}

    private IndustryCatalog() {}

    /** Reads the file; throws {@link IllegalStateException} where it is wrong. */
    public static IndustryCatalog load() {
        IndustryCatalog catalog = new IndustryCatalog();
        for (CsvTable.Row row : table().rows()) {
            Map<String, String> cells = row.cells();
            LocalText name = new LocalText(cells.getOrDefault("name_zh", ""), cells.getOrDefault("name_en", ""));
            catalog.byCode.put(cells.getOrDefault("code", ""), new Industry(name, cells.getOrDefault("method", "")));
        }
        if (!catalog.byCode.containsKey(ALL_OTHERS)) {
            throw new IllegalStateException(FILE + " has no row for all other industries");
        }
        return catalog;
    }

    private static CsvTable table() {
        try (InputStream in = IndustryCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return CsvTable.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The industry of a code, or the nearest wider one. */
    public Industry of(String code) {
        for (int length = code.length(); length > 0; length--) {
            Industry industry = byCode.get(code.substring(0, length));
            if (industry != null) {
                return industry;
            }
        }
        Industry others = byCode.get(ALL_OTHERS);
        if (others == null) {
            throw new IllegalStateException(FILE + " has no row for all other industries");
        }
        LocalText name =
                new LocalText(others.name().zh() + " " + code, others.name().en() + " " + code);
        return new Industry(name, others.method());
    }

    /** Names of the methods that some industry is accounted by. */
    Set<String> methodNames() {
        return byCode.values().stream().map(Industry::method).collect(Collectors.toSet());
    }
}
