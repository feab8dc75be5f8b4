// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

/** The node cannot start as asked; the message is the one sentence its operator reads. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefusedException(String sentence) {
        super(sentence);
    }

    StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
