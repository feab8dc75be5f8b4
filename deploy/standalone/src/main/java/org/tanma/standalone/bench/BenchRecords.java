// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;

/**
 * The records that a node is measured with: {@code PREFIX/H0}, {@code PREFIX/H1} and so on.
 *
 * <p>Shape: four public values, about 325 octets encoded: a URL, an e-mail address, an item of a metadata template, and who
 * administers the record. The same number always makes the same record.
 */
public final class BenchRecords {
    /** The prefix they have unless another is chosen; nobody's, for measuring only. */
    public static final String PREFIX = "88.300.99";

    private static final int URL_INDEX = 1;
    private static final int EMAIL_INDEX = 2;
    private static final int ADMIN_INDEX = 100;
    private static final int KEY_INDEX = 300;
    private static final int ITEM_INDEX = 2_000;
    private static final long TIMESTAMP_SECONDS = 1_700_000_000;

    private final String prefix;
    private final byte[] administrator;

    public BenchRecords(String prefix) {
        this.prefix = prefix;
        try {
            this.administrator =
                    new AdminRecord(AdminRecord.ALL, HandleName.parse("0.NA/" + prefix), KEY_INDEX).encode();
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("prefix '" + prefix + "' is too long", e);
        }
    }

    /** The handles as {@code --name-pattern} wants them. */
    public String pattern() {
        return prefix + "/H%d";
    }

    /** The name of record {@code number}, from 0. */
    public HandleName name(long number) {
        return HandleName.parse(prefix + "/H" + number);
    }

    /** Record {@code number}, from 0. */
    public HandleRecord record(long number) {
        return named(name(number), number);
    }

    /** The values of record {@code number} under any name. */
    HandleRecord named(HandleName name, long number) {
        return new HandleRecord(
                name,
                List.of(
                        url(number),
                        text(EMAIL_INDEX, "EMAIL", "carbon-office-" + number % 1_000 + "@enterprise.example.cn"),
                        text(
                                ITEM_INDEX,
                                "carbonFootprint",
                                "{\"declaredUnit\":\"1 t\",\"kgCO2ePerUnit\":\"" + (500 + number % 400)
                                        + ".25\",\"year\":2026}"),
                        value(ADMIN_INDEX, AdminRecord.TYPE, administrator)));
    }

    /** The first value of record {@code number}. */
    static HandleValue url(long number) {
        return text(URL_INDEX, "URL", "https://carbon.example.cn/products/" + number + "/carbon-pass?edition=2026");
    }

    private static HandleValue text(int index, String type, String data) {
        return value(index, type, data.getBytes(StandardCharsets.UTF_8));
    }

    private static HandleValue value(int index, String type, byte[] data) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, ValuePermissions.PUBLIC, TIMESTAMP_SECONDS, List.of());
    }
}
