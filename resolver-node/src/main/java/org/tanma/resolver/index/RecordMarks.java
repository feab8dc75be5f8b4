// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.tanma.identifier.Equivalents;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;

/**
 * What a record says about itself, read from its octets.
 *
 * @param template handle of its template as written; empty when it names none
 * @param owner prefix of the enterprise it belongs to: that of the handle, unless an {@code OWNER} value names another
 * @param createdSeconds since 1970: the oldest time of its values, among which some are never changed
 * @param changedSeconds since 1970: the newest time of its values
 */
public record RecordMarks(
        String template,
        String templateVersion,
        String owner,
        long createdSeconds,
        long changedSeconds,
        boolean isRetired) {
    /** Index of the value by which a record belongs to another enterprise than that of its prefix. */
    public static final int OWNER_INDEX = 1300;
    /** Type of that value; its data is the enterprise's prefix. */
    public static final String OWNER_TYPE = "OWNER";
    /** Index of the value by which a record is retired. */
    public static final int RETIRED_INDEX = 1400;
    /** Type of that value; its data is JSON. */
    public static final String RETIRED_TYPE = "RETIRED";

    static final byte[] EQUIVALENT = Equivalents.TYPE.getBytes(UTF_8);
    private static final byte[] OWNER = OWNER_TYPE.getBytes(UTF_8);
    private static final byte[] RETIRED = RETIRED_TYPE.getBytes(UTF_8);

    public static RecordMarks of(StoredRecord record) {
        String template = "";
        String version = "";
        String owner = record.name().prefix();
        long created = Long.MAX_VALUE;
        long changed = 0;
        boolean isRetired = false;
        EncodedValueCursor values = record.values().cursor();
        while (values.next()) {
            long seconds = values.timestampSeconds();
            created = Math.min(created, seconds);
            changed = Math.max(changed, seconds);
            switch (values.index()) {
                case RecordMapper.TEMPLATE_INDEX -> template = values.dataAsText();
                case RecordMapper.VERSION_INDEX -> version = values.dataAsText();
                case OWNER_INDEX -> owner = values.hasType(OWNER) ? values.dataAsText() : owner;
                case RETIRED_INDEX -> isRetired |= values.hasType(RETIRED);
                default -> {
                    // Nothing of note.
                }
            }
        }
        return new RecordMarks(template, version, owner, created == Long.MAX_VALUE ? 0 : created, changed, isRetired);
    }
}
