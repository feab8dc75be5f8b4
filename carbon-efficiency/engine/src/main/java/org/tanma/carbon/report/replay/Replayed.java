// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.replay;

import java.util.List;
import org.tanma.carbon.text.LocalText;

/** What computing a result once more came to. */
public sealed interface Replayed {
    /** The same bytes; {@code digest} is theirs. */
    record Same(String digest) implements Replayed {}

    /**
     * The same, as far as the file holds what is needed.
     *
     * @param digest of the part that was compared
     * @param notCompared the rest
     */
    record InPart(String digest, LocalText notCompared) implements Replayed {}

    /**
     * Other bytes.
     *
     * @param given digest of the result as given
     * @param computed digest of what was computed now
     * @param differences the first figures that differ, at most {@link JsonDifferences#MOST}
     * @param missingEditions editions that the result names and that are not here
     */
    record Differs(String given, String computed, List<Difference> differences, List<String> missingEditions)
            implements Replayed {
        public Differs {
            differences = List.copyOf(differences);
            missingEditions = List.copyOf(missingEditions);
        }
    }

    /** No result that can be computed once more; {@code why} says what is missing. */
    record Unfit(LocalText why) implements Replayed {}

    /**
     * One place where both differ.
     *
     * @param path as a JSON pointer
     * @param given as it was; empty if there was nothing
     * @param computed as it is now; empty if there is nothing
     */
    record Difference(String path, String given, String computed) {}
}
