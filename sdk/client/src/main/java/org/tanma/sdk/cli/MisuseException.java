// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

/** The command was given something it cannot work with; the message is one sentence for the user. */
final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MisuseException(String sentence) {
        super(sentence);
    }
}
