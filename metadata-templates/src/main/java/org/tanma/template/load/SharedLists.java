// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.CodeList;
import tools.jackson.databind.json.JsonMapper;

/**
 * Code lists that several items share, read once each.
 *
 * <p>Shape of {@code <list>.json}: {@code titleZh}, {@code titleEn}, {@code codes} of {@code code}, {@code zh}, {@code en}.
 * Shape of {@code <list>.csv}: a first line {@code # title zh / title en}, a header that names the columns {@code code},
 * {@code zh} and {@code en} among others, then a line for each code, named in
 * Chinese where English is empty; cells hold no comma. For one thread.
 */
final class SharedLists {
    private final Function<String, Optional<String>> files;
    private final JsonMapper json;
    private final Map<String, CodeList> known = new HashMap<>();

    /** @param files gives the text of a file by its name ({@code gbt2260.csv}), empty when there is none */
    SharedLists(JsonMapper json, Function<String, Optional<String>> files) {
        this.json = json;
        this.files = files;
    }

    CodeList get(String name) {
        CodeList list = known.get(name);
        if (list == null) {
            list = read(name);
            known.put(name, list);
        }
        return list;
    }

    private CodeList read(String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a code list");
        }
        Optional<String> text = files.apply(name + ".json");
        if (text.isPresent()) {
            TemplateFile.Codes codes = json.readValue(text.get(), TemplateFile.Codes.class);
            BilingualText title =
                    new BilingualText(Given.field("titleZh", codes.titleZh()), Given.field("titleEn", codes.titleEn()));
            return new CodeList(
                    name,
                    title,
                    Given.field("codes", codes.codes()).stream()
                            .map(c -> code(c.code(), c.zh(), c.en()))
                            .toList());
        }
        return files.apply(name + ".csv")
                .map(csv -> table(name, csv))
                .orElseThrow(() -> new IllegalArgumentException("there is no code list '" + name + "'"));
    }

    static CodeList.Code code(@Nullable String code, @Nullable String zh, @Nullable String en) {
        return new CodeList.Code(
                Given.field("code", code), new BilingualText(Given.field("zh", zh), Given.field("en", en)));
    }

    private static CodeList table(String name, String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        BilingualText title = new BilingualText(name, name);
        int at = 0;
        if (!lines.isEmpty() && lines.get(0).startsWith("#")) {
            String[] words = lines.get(at++).substring(1).strip().split(" / ", 2);
            title = new BilingualText(words[0], words[words.length - 1]);
        }
        List<String> header = lines.size() > at ? List.of(lines.get(at++).split(",")) : List.of();
        int code = column(name, header, "code");
        int zh = column(name, header, "zh");
        int en = column(name, header, "en");
        List<CodeList.Code> codes = new ArrayList<>();
        for (String line : lines.subList(at, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != header.size()) {
                throw new IllegalArgumentException(
                        "code list '" + name + "': line '" + line + "' has not " + header.size() + " cells");
            }
            codes.add(code(cells[code], cells[zh], cells[en].isEmpty() ? cells[zh] : cells[en]));
        }
        return new CodeList(name, title, codes);
    }

    private static int column(String name, List<String> header, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("code list '" + name + "' has no column '" + column + "'");
        }
        return at;
    }
}
