// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;

/** Where a task's lines go: results, and what is told beside them. */
interface TaskOutput {
    void result(String line) throws IOException;

    void notice(String line) throws IOException;
}
