// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

/** A file that holds no records for the template; carries the key of the phrase that says why, and its parts. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] parts;

    UnreadableFileException(String key, Object... parts) {
        super(key);
        this.key = key;
        this.parts = parts;
    }

    String key() {
        return key;
    }

    Object[] parts() {
        return parts == null ? new Object[0] : parts;
    }
}
