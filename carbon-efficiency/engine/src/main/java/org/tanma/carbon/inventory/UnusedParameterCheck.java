// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.Missing.Reason.PARAMETER;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.text.LocalText;

/**
 * Refuses measured values that no reading would use: a scope mistyped, a parameter the term does not have. Otherwise a
 * published default would silently stand in for what was measured.
 */
final class UnusedParameterCheck {
    private final AccountingMethod method;
    private final List<Missing> missing;

    UnusedParameterCheck(AccountingMethod method, List<Missing> missing) {
        this.method = method;
        this.missing = missing;
    }

    void check(InventoryRequest request) {
        checkDetails(request);
        Map<String, Set<String>> termsByScope =
                request.parameters().isEmpty() ? Map.of() : termsByScope(request.entries());
        for (SharedParameter shared : request.parameters()) {
            boolean isUsed = uses(shared.scope(), shared.parameter())
                    || termsByScope.getOrDefault(shared.scope(), Set.of()).stream()
                            .anyMatch(term -> uses(term, shared.parameter()));
            if (!isUsed) {
                missing.add(unused(
                        "parameters/" + shared.scope() + "/"
                                + shared.parameter().code(),
                        shared.measured(),
                        request.entries().stream()
                                .filter(entry -> uses(entry.activity().term(), shared.parameter()))
                                .flatMap(entry -> scopes(entry))));
            }
        }
        for (ActivityEntry entry : request.entries()) {
            entry.measured().forEach((parameter, value) -> {
                if (method.findTerm(entry.activity().term()).isPresent()
                        && !uses(entry.activity().term(), parameter)) {
                    missing.add(unused(
                            "entries/" + entry.source() + "/" + entry.activity() + "/" + entry.period() + "/"
                                    + parameter.code(),
                            value,
                            Stream.empty()));
                }
            });
        }
    }

    private void checkDetails(InventoryRequest request) {
        Set<String> sources =
                request.entries().stream().map(ActivityEntry::source).collect(Collectors.toCollection(TreeSet::new));
        request.details().keySet().stream()
                .filter(source -> !sources.contains(source))
                .sorted()
                .forEach(source -> missing.add(new Missing(
                        PARAMETER,
                        "sources/" + source,
                        new LocalText("没有该来源的读数", "no reading is of this source"),
                        source,
                        String.join(", ", sources),
                        new LocalText("核对来源名称，或删除", "check the name of the source, or leave it out"))));
    }

    private static Map<String, Set<String>> termsByScope(List<ActivityEntry> entries) {
        Map<String, Set<String>> terms = new HashMap<>();
        for (ActivityEntry entry : entries) {
            scopes(entry)
                    .forEach(scope -> terms.computeIfAbsent(scope, key -> new HashSet<>())
                            .add(entry.activity().term()));
        }
        return terms;
    }

    private static Stream<String> scopes(ActivityEntry entry) {
        return Stream.of(
                entry.source(), entry.activity().toString(), entry.activity().term());
    }

    private boolean uses(String term, Parameter parameter) {
        return method.findTerm(term)
                .map(MethodTerm::calculation)
                .map(kind -> kind.calculation().parameters().contains(parameter))
                .orElse(false);
    }

    private static Missing unused(String path, MeasuredValue value, Stream<String> allowed) {
        return new Missing(
                PARAMETER,
                path,
                new LocalText("没有读数使用该实测值", "no reading uses this measured value"),
                value.value().toString(),
                allowed.distinct().sorted().collect(Collectors.joining(", ")),
                new LocalText("核对适用对象与参数名称，或删除", "check the scope and the parameter, or leave it out"));
    }
}
