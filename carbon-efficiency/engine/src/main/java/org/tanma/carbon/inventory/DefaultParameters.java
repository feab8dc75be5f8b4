// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.method.ParameterSet;

/**
 * The factors of each activity, and the parameters of readings nothing was measured for, remembered: by the rules of one
 * basis, all readings of an activity have the same. Only what was found is kept, so there are never more than the editions have factors for, and at most
 * {@value #MOST}. Safe between threads.
 */
final class DefaultParameters {
    private static final int MOST = 4096;

    private final Map<Asked, ParameterSet> found = new ConcurrentHashMap<>();

    private final Map<Looked, FactorMatch> matches = new ConcurrentHashMap<>();

    private record Looked(ActivityId activity, Parameter parameter) {}

    private record Asked(ActivityId activity, List<Need> needs) {}

    @Nullable
    ParameterSet find(ActivityId activity, List<Need> needs) {
        return found.get(new Asked(activity, needs));
    }

    /** The factor behind one parameter of an activity, looked up once. */
    Optional<FactorMatch> match(ActivityId activity, Parameter parameter, Supplier<Optional<FactorMatch>> lookup) {
        Looked looked = new Looked(activity, parameter);
        FactorMatch known = matches.get(looked);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<FactorMatch> match = lookup.get();
        if (matches.size() < MOST) {
            match.ifPresent(each -> matches.put(looked, each));
        }
        return match;
    }

    void remember(ActivityId activity, List<Need> needs, ParameterSet parameters) {
        if (found.size() < MOST) {
            found.put(new Asked(activity, List.copyOf(needs)), parameters);
        }
    }
}
