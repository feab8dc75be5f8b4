// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.util.List;

/** What was given cannot be used; one sentence for each fault, in the reader's language. */
public final class FaultySettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    FaultySettingsException(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
