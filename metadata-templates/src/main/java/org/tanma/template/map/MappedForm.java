// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

/** How an item's text is written in another vocabulary. */
enum MappedForm {
    /** As it is, or as its code map or prefix makes it. */
    TEXT("text"),
    /** A JSON number. */
    NUMBER("number"),
    /** JSON true or false. */
    BOOLEAN("boolean"),
    /** The first instant of a date, in UTC; an instant as it is. */
    DATE_TIME("dateTime"),
    /** What a URI or URN may not hold is percent-encoded, after the prefix. */
    URI("uri");

    private final String code;

    MappedForm(String code) {
        this.code = code;
    }

    static MappedForm of(String code) {
        for (MappedForm form : values()) {
            if (form.code.equals(code)) {
                return form;
            }
        }
        throw new IllegalArgumentException("no form '" + code + "'");
    }
}
