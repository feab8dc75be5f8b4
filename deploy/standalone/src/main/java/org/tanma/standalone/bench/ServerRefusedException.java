// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;

/** A server was reached and did not do what a run begins with. */
final class ServerRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    ServerRefusedException(String message) {
        super(message);
    }
}
