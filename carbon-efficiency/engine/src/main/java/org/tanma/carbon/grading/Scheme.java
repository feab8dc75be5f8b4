// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.text.LocalText;

/** One dated edition of a grading scheme of any sort. Immutable. */
public interface Scheme {
    /** Where it comes from, and its name and edition. */
    EditionSource source();

    LocalText title();

    SchemeSort sort();

    /** How long a grade may be shown after the year it is for. */
    int validityMonths();

    default EditionRef ref() {
        return source().ref();
    }
}
