// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tanma.handle.model.HandleName;

/**
 * Chooses one of the locations of a handle, for one who asks.
 *
 * <p>Each method in the list's order keeps some of the locations still in question, or all where it would keep none; the
 * first that leaves one ends the choice, and lots are drawn among what is left at the end. {@code locatt} keeps those with
 * an attribute that the asker named; {@code country} those of the asker's country, else those of none; {@code weighted}
 * draws one by weight, or by no weight when none is above 0. Other methods keep all. Locations for content negotiation
 * are in question when the asker wants another form than a page, and only then. Safe between threads if {@code lots} is.
 */
final class LocationChooser {
    private final RandomGenerator lots;

    LocationChooser(RandomGenerator lots) {
        this.lots = lots;
    }

    /** Empty when no location is a web address. */
    Optional<Location> choose(Locations list, HandleName handle, ProxyQuestion question) {
        List<Location> all = list.locations().stream()
                .filter(one -> one.address(handle).isPresent())
                .toList();
        List<Location> left = narrow(all, question.wantsOtherForm(), Location::isForContentNegotiation);
        for (String method : list.methods()) {
            left = switch (method) {
                case "locatt" -> byAttribute(left, question);
                case "country" -> byCountry(left, question.country());
                case "weighted" -> draw(left).map(List::of).orElse(List.of());
                default -> left;
            };
        }
        return draw(left);
    }

    private static List<Location> narrow(
            List<Location> all, boolean isNegotiated, java.util.function.Predicate<Location> isForNegotiation) {
        List<Location> pages = all.stream().filter(isForNegotiation.negate()).toList();
        List<Location> others = all.stream().filter(isForNegotiation).toList();
        return isNegotiated && !others.isEmpty() ? others : pages;
    }

    private static List<Location> byAttribute(List<Location> left, ProxyQuestion question) {
        List<Location> kept = left.stream()
                .filter(one -> question.locationAttributes().entrySet().stream()
                        .anyMatch(wanted -> one.attributes().containsKey(wanted.getKey())
                                && one.attribute(wanted.getKey()).equalsIgnoreCase(wanted.getValue())))
                .toList();
        return kept.isEmpty() ? left : kept;
    }

    private static List<Location> byCountry(List<Location> left, String country) {
        List<Location> kept = left.stream()
                .filter(one -> !country.isEmpty() && one.attribute("country").equalsIgnoreCase(country))
                .toList();
        if (kept.isEmpty()) {
            kept = left.stream()
                    .filter(one -> one.attribute("country").isEmpty())
                    .toList();
        }
        return kept.isEmpty() ? left : kept;
    }

    private Optional<Location> draw(List<Location> left) {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        double sum = left.stream().mapToDouble(one -> Math.max(0, one.weight())).sum();
        if (sum <= 0 || !Double.isFinite(sum)) {
            return Optional.of(left.get(lots.nextInt(left.size())));
        }
        double lot = lots.nextDouble() * sum;
        Location last = left.get(0);
        for (Location one : left) {
            if (one.weight() > 0) {
                last = one;
                lot -= one.weight();
                if (lot < 0) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.of(last);
    }
}
