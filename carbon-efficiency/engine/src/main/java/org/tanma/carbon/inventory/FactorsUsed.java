// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.text.LocalText;

/**
 * The factors that an inventory rests on.
 *
 * @param matches each once, by edition and id
 * @param quality the least established
 * @param notices what follows for the reader
 */
record FactorsUsed(List<FactorMatch> matches, Quality quality, List<LocalText> notices) {
    static FactorsUsed of(ResolvedBasis basis, List<CalculatedSource> sources) {
        Map<String, FactorMatch> used = new TreeMap<>();
        put(used, basis.co2Gwp());
        Set<List<TraceInput>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        sources.stream()
                .flatMap(source -> source.readings().stream())
                .map(reading -> reading.computed().inputs())
                .filter(seen::add) // readings of one activity mostly share their parameters
                .flatMap(List::stream)
                .forEach(input -> {
                    if (input.origin() instanceof Origin.FromFactor from) {
                        put(used, from.match());
                    }
                });
        sources.stream()
                .flatMap(source -> source.readings().stream())
                .flatMap(reading -> reading.otherGases().stream())
                .forEach(gas -> put(used, gas.gwp()));
        List<FactorMatch> matches = List.copyOf(used.values());
        Quality quality =
                matches.stream().map(match -> match.factor().quality()).reduce(Quality.OFFICIAL, Quality::worse);
        return new FactorsUsed(matches, quality, notices(basis, matches));
    }

    private static void put(Map<String, FactorMatch> used, FactorMatch match) {
        used.put(match.factor().edition() + " " + match.factor().id(), match);
    }

    private static List<LocalText> notices(ResolvedBasis basis, List<FactorMatch> matches) {
        List<LocalText> notices = new ArrayList<>();
        notices.add(basis.method().standing());
        for (FactorMatch match : matches) {
            String name = match.factor().edition() + " " + match.factor().id();
            if (match.factor().quality() == Quality.UNVERIFIED) {
                notices.add(new LocalText("未经核实的因子：" + name, "unverified factor: " + name));
            }
            if (match.yearsEarlier() > 0) {
                notices.add(new LocalText(
                        "因子数据年份早 " + match.yearsEarlier() + " 年：" + name,
                        "factor of " + match.yearsEarlier() + " year(s) earlier: " + name));
            }
        }
        return notices;
    }
}
