// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.evaluate.EvaluationInputs;

/**
 * The newest entries of an enterprise's year.
 *
 * @param entries by source, kind and period; what was taken back is left out
 * @param rows the same as text, one row an entry: what a digest of the inputs is formed from
 * @param problem why the rows cannot be read; null when they can
 */
record LedgerYear(
        List<EvaluationInputs.Entry> entries,
        String rows,
        @Nullable String problem) {
    LedgerYear {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty() && problem == null;
    }
}
