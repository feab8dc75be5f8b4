// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import org.jspecify.annotations.Nullable;

/** A template file that cannot be used; says which file and why. */
public final class InvalidTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidTemplateException(String file, String reason, @Nullable Throwable cause) {
        super("template file " + file + ": " + reason, cause);
    }
}
