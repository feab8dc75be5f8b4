// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.change.Migration.Loss;
import org.tanma.template.code.UnitCodes;
import org.tanma.template.model.BilingualText;

/** One step of a migration. What it cannot do it leaves as it is, for the validation of the newer version to refuse. */
public sealed interface MigrationStep {
    /** Code of the item it works on. */
    String item();

    /** Takes the step on the items of one record, and tells what is lost by it. */
    void apply(Map<String, String> items, List<Loss> losses);

    /** The item goes by another code. */
    record Rename(String item, String to) implements MigrationStep {
        @Override
        public void apply(Map<String, String> items, List<Loss> losses) {
            String value = items.get(item);
            if (value == null) {
                return;
            }
            if (items.containsKey(to)) {
                losses.add(new Loss(item, value, Phrases.of("migration.occupied", to)));
                items.remove(item);
                return;
            }
            Map<String, String> renamed = new LinkedHashMap<>();
            items.forEach((code, text) -> renamed.put(code.equals(item) ? to : code, text));
            items.clear();
            items.putAll(renamed);
        }
    }

    /** The item gets a value where it has none. */
    record SetDefault(String item, String value) implements MigrationStep {
        @Override
        public void apply(Map<String, String> items, List<Loss> losses) {
            items.putIfAbsent(item, value);
        }
    }

    /** Codes become other codes; a code that is not named stays. Codes that become one are told as a loss of both. */
    record MapCodes(String item, Map<String, String> codes) implements MigrationStep {
        public MapCodes {
            codes = Map.copyOf(codes);
        }

        @Override
        public void apply(Map<String, String> items, List<Loss> losses) {
            String before = items.get(item);
            String after = before == null ? null : codes.get(before);
            if (before == null || after == null) {
                return;
            }
            items.put(item, after);
            boolean isMerged = codes.entrySet().stream()
                    .anyMatch(e -> e.getValue().equals(after) && !e.getKey().equals(before));
            if (isMerged) {
                losses.add(new Loss(item, before, Phrases.of("migration.merged", before, after)));
            }
        }
    }

    /** A figure is converted from one unit to another, both UCUM codes, by decimal arithmetic. */
    record Convert(String item, String from, String to) implements MigrationStep {
        public Convert {
            if (!UnitCodes.ucum().isComparable(from, to)) {
                throw new IllegalArgumentException("'" + from + "' does not convert into '" + to + "'");
            }
        }

        @Override
        public void apply(Map<String, String> items, List<Loss> losses) {
            String given = items.get(item);
            if (given == null) {
                return;
            }
            BigDecimal amount;
            try {
                amount = new BigDecimal(given);
            } catch (NumberFormatException e) {
                losses.add(new Loss(item, given, Phrases.of("migration.unitFault", from)));
                return;
            }
            BigDecimal converted = UnitCodes.ucum().convert(amount, from, to);
            items.put(item, converted.toPlainString());
            boolean isExact = UnitCodes.ucum().convert(converted, to, from).compareTo(amount) == 0;
            if (!isExact) {
                losses.add(new Loss(
                        item, given, Phrases.of("migration.converted", given, from, converted.toPlainString(), to)));
            }
        }
    }

    /** The item is left out, for a stated reason. */
    record Drop(String item, BilingualText reason) implements MigrationStep {
        @Override
        public void apply(Map<String, String> items, List<Loss> losses) {
            String given = items.remove(item);
            if (given != null) {
                losses.add(new Loss(item, given, Phrases.of("migration.dropped", reason)));
            }
        }
    }
}
