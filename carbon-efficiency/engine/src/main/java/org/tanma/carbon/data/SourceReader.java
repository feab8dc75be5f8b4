// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.text.LocalText;

/** Reads {@code SOURCE.yaml}, and refuses an edition whose files are not the ones it was published with. */
final class SourceReader {
    private SourceReader() {}

    /**
     * The provenance of an edition.
     *
     * @param folderPath folder of the edition, for example {@code fuels/ndrc-2013}
     * @param ref its name and edition
     */
    static EditionSource read(EditionFolder folder, String folderPath, EditionRef ref) {
        String path = folderPath + "/SOURCE.yaml";
        YamlObject yaml = YamlObject.parse(path, folder.read(path))
                .allowing(
                        "title",
                        "publisher",
                        "edition",
                        "url",
                        "retrieved",
                        "originals",
                        "licence",
                        "transformation",
                        "entered_by",
                        "checked_by",
                        "not_covered",
                        "files");
        if (!yaml.text("edition").equals(ref.edition())) {
            throw new EditionFormatException(path, "describes edition " + yaml.text("edition") + ", not " + ref);
        }
        Map<String, String> originals = new LinkedHashMap<>();
        for (YamlObject original : yaml.objects("originals")) {
            originals.put(
                    original.text("file"), original.allowing("file", "sha256").text("sha256"));
        }
        yaml.textMap("files").forEach((name, digest) -> checkDigest(folder, folderPath + "/" + name, digest));
        return new EditionSource(
                ref,
                yaml.text("title"),
                yaml.text("publisher"),
                yaml.text("url"),
                LocalDate.parse(yaml.text("retrieved")),
                originals,
                yaml.text("licence"),
                yaml.text("transformation"),
                yaml.text("entered_by"),
                yaml.text("checked_by"),
                yaml.objects("not_covered").stream()
                        .map(text -> new LocalText(text.allowing("zh", "en").text("zh"), text.text("en")))
                        .toList());
    }

    private static void checkDigest(EditionFolder folder, String path, String expected) {
        String actual = Digest.ofText(folder.read(path));
        if (!actual.equals(expected)) {
            throw new EditionFormatException(
                    path,
                    "has SHA-256 " + actual + ", its SOURCE.yaml says " + expected
                            + "; a published edition is never changed, publish a new one");
        }
    }
}
