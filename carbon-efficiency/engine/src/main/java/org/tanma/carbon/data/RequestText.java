// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The text of a request in the form that its name says: CSV where it ends in {@code .csv}, else YAML or JSON. */
final class RequestText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RequestText() {}

    /** The request as one mapping; what is wrong with a CSV goes to {@code parts}, row by row. */
    static Optional<YamlObject> read(String place, byte[] bytes, boolean isGrading, RequestParts parts) {
        if (!isCsv(place)) {
            return parts.attempt(place, () -> YamlObject.parse(place, bytes));
        }
        return parts.attempt(place, () -> csv(place, bytes, isGrading)).flatMap(read -> {
            read.faults()
                    .forEach(fault -> parts.attempt(place, () -> {
                        throw fault;
                    }));
            return read.faults().isEmpty() ? Optional.of(YamlObject.of(place, read.tree())) : Optional.empty();
        });
    }

    static boolean isCsv(String place) {
        return place.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    static CsvRequest.Read csv(String place, byte[] bytes, boolean isGrading) {
        return CsvRequest.read(place, decode(place, bytes), isGrading);
    }

    static String decode(String place, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new EditionFormatException(place, "is not text in UTF-8", e);
        }
    }
}
