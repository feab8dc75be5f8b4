// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the value of a knob looks like as text. */
enum KnobKind {
    /** A whole number in the knob's range. */
    WHOLE("0|-?[1-9][0-9]{0,17}"),
    /** A power of two in the knob's range. */
    POWER("0|-?[1-9][0-9]{0,17}"),
    FLAG("true|false"),
    TRANSPORT("best|nio"),
    MEMORY("outside|heap"),
    /** Of how many requests the access log tells. */
    ACCESS_LOG("off|full|sampled:[1-9][0-9]{0,5}"),
    /** A prefix of Handles: numbers joined by dots. */
    PREFIX("\\d{1,20}(\\.\\d{1,20}){0,9}"),
    /** An arc of object identifiers. */
    OID("[0-2](\\.(0|[1-9][0-9]{0,62})){1,30}"),
    DOMAIN("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?){0,9}"),
    HOST("[^\\s/]{1,253}"),
    WEB_URL("https?://[^\\s/?#@]+(/[^\\s?#]*)?"),
    HANDLE_URL("handle://[^\\s/?#@]+(:\\d{1,5})?(\\?transport=(tcp|udp))?"),
    JDBC_URL("jdbc:postgresql:\\S+"),
    REDIS_URL("rediss?://\\S+"),
    HEADER("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}"),
    TEXT("\\S.{0,255}"),
    PATH("\\S.{0,4095}");

    private static final Pattern SECRET = Pattern.compile("://[^/\\s]*:[^/\\s]*@|[?&]password=");

    private final Pattern pattern;

    KnobKind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean isLike(String text) {
        return pattern.matcher(text).matches();
    }

    boolean isNumber() {
        return this == WHOLE || this == POWER;
    }

    /** Whether an address carries a password, which has no place in a configuration file. */
    boolean hasSecret(String text) {
        return (this == JDBC_URL || this == REDIS_URL) && SECRET.matcher(text).find();
    }

    /** The key of the phrase that says what is allowed. */
    String phrase() {
        return "allowed." + name().toLowerCase(Locale.ROOT);
    }
}
