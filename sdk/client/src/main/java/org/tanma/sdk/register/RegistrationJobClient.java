// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.QueryText;

/**
 * Registers whole files in the background of the node.
 *
 * <p>Refused rows are no error: the job counts them, and {@link #errors} fetches them. Errors: {@link
 * org.tanma.sdk.node.NodeException} when there is no job. Safe between threads.
 */
public final class RegistrationJobClient {
    private static final String PATH = "/api/v1/registrations/jobs";

    private final NodeConnection node;

    public RegistrationJobClient(NodeConnection node) {
        this.node = node;
    }

    /** Sends a file as a stream; the job waits or runs when this returns. */
    public RegistrationJob submit(FileRegistration request) throws IOException {
        QueryText path = QueryText.of(PATH)
                .and("template", request.template())
                .and("atomic", request.options().isAtomic())
                .and("dryRun", request.options().isDryRun());
        if (request.mint().isPresent()) {
            path = path.and("mint", request.mint().get());
        }
        Map<String, String> headers = request.idempotencyKey()
                .map(key -> Map.of("Idempotency-Key", key))
                .orElse(Map.of());
        return RegistrationJob.parse(
                node.postFile(path.toString(), request.format().mediaType(), request.file(), headers)
                        .required());
    }

    /** How a job stands now. */
    public RegistrationJob find(String id) {
        return RegistrationJob.parse(node.get(PATH + "/" + id).required());
    }

    /** Ends a job; what is registered stays. */
    public RegistrationJob cancel(String id) {
        return RegistrationJob.parse(node.delete(PATH + "/" + id).required());
    }

    /** Fetches the refused rows with their reasons, in the form they were sent; false when none was refused. */
    public boolean errors(String id, Path file) throws IOException {
        return node.download(PATH + "/" + id + "/errors", file);
    }
}
