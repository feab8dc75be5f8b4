// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/** What was given is no object identifier: where it stops being one, and why. */
public final class OidSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 80;

    private final OidFault fault;
    private final int position;
    private final String given;

    /**
     * @param position of the first character, from 0, or octet that is wrong
     * @param given the part that is wrong; the beginning of it when it is long
     */
    OidSyntaxException(OidFault fault, int position, String given) {
        super(fault + " at " + position + ": '" + shortened(given) + "'");
        this.fault = fault;
        this.position = position;
        this.given = shortened(given);
    }

    private static String shortened(String given) {
        return given.length() <= MOST_SHOWN ? given : given.substring(0, MOST_SHOWN) + "…";
    }

    public OidFault fault() {
        return fault;
    }

    /** Of the first character that is wrong, from 0. */
    public int position() {
        return position;
    }

    /** The part that is wrong, at most 80 characters of it. */
    public String given() {
        return given;
    }
}
