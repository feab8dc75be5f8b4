// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import static org.tanma.carbon.cbam.CbamContext.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Embedded emissions of goods that are precursors of one another.
 *
 * <p>Shape: {@code AL_g · SEE_g − Σ M_gi · SEE_i = Attr_g + Σ M_gp · SEE_p}, g and i goods of the installation, p purchased: one
 * linear system, so that goods which need one another are solved too. Figures: coherent units, 34 digits, Gaussian
 * elimination with the rows by id, so that the order of the request plays no part. Errors: {@link #solve} is empty where a
 * loop of goods consumes all that it makes. Source: Annex III, B, Equations 59 and 60.
 */
final class PrecursorSystem {
    /** Tonnes: below it, what is left of a pivot is rounding. */
    private static final BigDecimal LEAST_PIVOT = new BigDecimal("1e-20");

    private final List<ProductionProcess> processes;
    private final Map<String, Integer> index = new HashMap<>();
    private final BigDecimal[][] used;
    private final List<Map<String, BigDecimal>> purchased = new ArrayList<>();

    /** Of processes sorted by id, whose amounts are masses. */
    PrecursorSystem(List<ProductionProcess> processes) {
        this.processes = List.copyOf(processes);
        for (int i = 0; i < processes.size(); i++) {
            index.put(processes.get(i).id(), i);
        }
        this.used = new BigDecimal[processes.size()][processes.size()];
        for (int row = 0; row < used.length; row++) {
            Arrays.fill(used[row], BigDecimal.ZERO);
            Map<String, BigDecimal> bought = new TreeMap<>();
            for (ProductionProcess.PrecursorUse use : this.processes.get(row).precursors()) {
                Integer column = index.get(use.of());
                BigDecimal amount = use.amount().coherentAmount();
                if (column == null) {
                    bought.merge(use.of(), amount, BigDecimal::add);
                } else {
                    used[row][column] = used[row][column].add(amount);
                }
            }
            purchased.add(bought);
        }
    }

    /** How much of a good the processes of the installation use, t. */
    BigDecimal usedInside(String id) {
        Integer column = index.get(id);
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; column != null && row < used.length; row++) {
            sum = sum.add(used[row][column]);
        }
        return sum;
    }

    /** How much of each purchased precursor a process uses, t, by id. */
    Map<String, BigDecimal> purchasedBy(String id) {
        return purchased.get(index.getOrDefault(id, 0));
    }

    /** How much of each good of the installation a process uses, t, by id; those it uses none of are left out. */
    Map<String, BigDecimal> madeUsedBy(String id) {
        Map<String, BigDecimal> made = new TreeMap<>();
        int row = index.getOrDefault(id, 0);
        for (int column = 0; column < used.length; column++) {
            if (used[row][column].signum() != 0) {
                made.put(processes.get(column).id(), used[row][column]);
            }
        }
        return made;
    }

    /**
     * What goods embed per tonne, by id.
     *
     * @param own what is attributed to each process, by id
     * @param each what a purchased precursor embeds per tonne
     */
    Optional<Map<String, BigDecimal>> solve(Map<String, BigDecimal> own, Function<String, BigDecimal> each) {
        int n = used.length;
        BigDecimal[][] rows = new BigDecimal[n][n + 1];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                BigDecimal produced =
                        row == column ? processes.get(row).produced().coherentAmount() : BigDecimal.ZERO;
                rows[row][column] = produced.subtract(used[row][column], PRECISION);
            }
            BigDecimal sum =
                    Objects.requireNonNull(own.get(processes.get(row).id()), "every process has figures of its own");
            for (Map.Entry<String, BigDecimal> bought : purchased.get(row).entrySet()) {
                sum = sum.add(bought.getValue().multiply(each.apply(bought.getKey()), PRECISION), PRECISION);
            }
            rows[row][n] = sum;
        }
        return eliminate(rows) ? Optional.of(substitute(rows)) : Optional.empty();
    }

    /** Ids of processes that lead to one of these purchased precursors, by whatever way. */
    Set<String> reaching(Set<String> unknown) {
        Set<String> reaching = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (int row = 0; row < used.length; row++) {
                String id = processes.get(row).id();
                boolean leads = purchased.get(row).keySet().stream().anyMatch(unknown::contains)
                        || madeUsedBy(id).keySet().stream().anyMatch(reaching::contains);
                grows |= leads && reaching.add(id);
            }
        }
        return reaching;
    }

    private static boolean eliminate(BigDecimal[][] rows) {
        int n = rows.length;
        for (int pivot = 0; pivot < n; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < n; row++) {
                if (rows[row][pivot].abs().compareTo(rows[best][pivot].abs()) > 0) {
                    best = row;
                }
            }
            if (rows[best][pivot].abs().compareTo(LEAST_PIVOT) <= 0) {
                return false;
            }
            BigDecimal[] swapped = rows[pivot];
            rows[pivot] = rows[best];
            rows[best] = swapped;
            for (int row = pivot + 1; row < n; row++) {
                subtract(rows, pivot, row);
            }
        }
        return true;
    }

    private static void subtract(BigDecimal[][] rows, int pivot, int row) {
        if (rows[row][pivot].signum() == 0) {
            return;
        }
        BigDecimal factor = rows[row][pivot].divide(rows[pivot][pivot], PRECISION);
        for (int column = pivot; column < rows[row].length; column++) {
            rows[row][column] = rows[row][column].subtract(factor.multiply(rows[pivot][column], PRECISION), PRECISION);
        }
        rows[row][pivot] = BigDecimal.ZERO;
    }

    private Map<String, BigDecimal> substitute(BigDecimal[][] rows) {
        int n = rows.length;
        BigDecimal[] solution = new BigDecimal[n];
        for (int row = n - 1; row >= 0; row--) {
            BigDecimal sum = rows[row][n];
            for (int column = row + 1; column < n; column++) {
                sum = sum.subtract(rows[row][column].multiply(solution[column], PRECISION), PRECISION);
            }
            solution[row] = sum.divide(rows[row][row], PRECISION);
        }
        Map<String, BigDecimal> byId = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            byId.put(processes.get(i).id(), solution[i]);
        }
        return byId;
    }
}
