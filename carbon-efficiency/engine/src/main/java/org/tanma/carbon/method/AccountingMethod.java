// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.text.LocalText;

/**
 * One dated edition of an accounting method: which terms are summed, and what may feed them.
 *
 * @param source where it comes from, and its name and edition
 * @param title its name
 * @param standard the document it follows
 * @param standing whether that document is still in force, and what replaced it
 * @param firstYear first reporting year it serves
 * @param lastYear last one, null when open
 * @param longestPeriodMonths how many months one reading may span: 1 asks for monthly readings, 12 allows a yearly one
 * @param fuelSets the editions of fuel parameters it may be used with, the preferred one first; empty when it needs none
 * @param gwpSet the GWP edition its document prints, taken where a request names none; null when it prints none
 * @param isActivityLevelRequired whether the amount produced must be given
 * @param terms the terms
 * @param readAs for comparisons: the activity under which it reads a term of another method, {@code clinker} as {@code
 *     clinker-by-type/portland-clinker}
 * @param notCovered sources of emission that it does not compute; stated in every result
 */
public record AccountingMethod(
        EditionSource source,
        LocalText title,
        String standard,
        LocalText standing,
        int firstYear,
        @Nullable Integer lastYear,
        int longestPeriodMonths,
        List<EditionRef> fuelSets,
        @Nullable EditionRef gwpSet,
        boolean isActivityLevelRequired,
        List<MethodTerm> terms,
        Map<String, String> readAs,
        List<LocalText> notCovered) {
    public AccountingMethod {
        fuelSets = List.copyOf(fuelSets);
        terms = List.copyOf(terms);
        readAs = Map.copyOf(readAs);
        notCovered = List.copyOf(notCovered);
    }

    /** The same method with the terms of another after its own. */
    public AccountingMethod withTermsOf(AccountingMethod other) {
        return new AccountingMethod(
                source,
                title,
                standard,
                standing,
                firstYear,
                lastYear,
                longestPeriodMonths,
                fuelSets,
                gwpSet,
                isActivityLevelRequired,
                Stream.concat(terms.stream(), other.terms.stream()).toList(),
                readAs,
                notCovered);
    }

    /** Whether all it computes belongs to scope 3. */
    public boolean isValueChain() {
        return terms.stream().allMatch(MethodTerm::isValueChain);
    }

    public EditionRef ref() {
        return source.ref();
    }

    public Optional<MethodTerm> findTerm(String id) {
        for (MethodTerm term : terms) {
            if (term.id().equals(id)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    public boolean serves(int year) {
        return year >= firstYear && (lastYear == null || year <= lastYear);
    }
}
