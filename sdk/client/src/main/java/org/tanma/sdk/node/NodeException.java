// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

/** A node could not do what it was asked; the message is one sentence that says what happened and to what. */
public abstract class NodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected NodeException(String sentence) {
        super(sentence);
    }

    protected NodeException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
