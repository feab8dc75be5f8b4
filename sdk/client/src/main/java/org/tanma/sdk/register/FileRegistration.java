// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to be registered in the background.
 *
 * @param mint rule for rows that name no handle; empty for that of their prefix
 * @param idempotencyKey by which the node knows the same request when it is sent again; empty for none
 */
public record FileRegistration(
        String template,
        Path file,
        FileFormat format,
        RegistrationOptions options,
        Optional<String> mint,
        Optional<String> idempotencyKey) {
    /** A file whose ending says its format. */
    public static FileRegistration of(String template, Path file) {
        return new FileRegistration(
                template, file, FileFormat.of(file), RegistrationOptions.DEFAULT, Optional.empty(), Optional.empty());
    }
}
