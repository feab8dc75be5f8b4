// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.text.LocalText;

/**
 * Where an edition comes from.
 *
 * @param ref the edition
 * @param title title of the document
 * @param publisher who published it
 * @param url where it was published; may be a notice number where no address is known
 * @param retrieved day it was read
 * @param originals SHA-256 (hexadecimal) of each original file held, by file name; empty when only transcriptions were read
 * @param licence terms under which the figures may be shipped
 * @param transformation how the files of the edition were made from the original
 * @param enteredBy who typed it
 * @param checkedBy who compared it, or that nobody has
 * @param notCovered what a reader might expect here and does not find
 */
public record EditionSource(
        EditionRef ref,
        String title,
        String publisher,
        String url,
        LocalDate retrieved,
        Map<String, String> originals,
        String licence,
        String transformation,
        String enteredBy,
        String checkedBy,
        List<LocalText> notCovered) {
    public EditionSource {
        originals = Map.copyOf(originals);
        notCovered = List.copyOf(notCovered);
    }
}
