// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.Locale;

/** The node cannot start as asked; the message is the one sentence its operator reads, in English. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StartPhrase sentence;

    /** Keys and parts are those of a {@link StartPhrase}. */
    StartRefusedException(String key, Object... parts) {
        super(StartPhrase.of(key, parts).in(Locale.ENGLISH));
        this.sentence = StartPhrase.of(key, parts);
    }

    StartRefusedException(StartPhrase sentence, Throwable cause) {
        super(sentence.in(Locale.ENGLISH), cause);
        this.sentence = sentence;
    }

    StartPhrase sentence() {
        return sentence;
    }
}
