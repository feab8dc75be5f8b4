// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.mint.Mint;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.mint.Minting;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;

/**
 * Mints handles for good rows that name none.
 *
 * <p>A handle that is registered, reserved or named by another row is passed over and the next one taken, {@value
 * #MOST_ROUNDS} times at most. Safe between threads.
 */
final class HandleMinting {
    private static final int MOST_ROUNDS = 100;

    private final Minting minting;
    private final HandleAssignment assignment;
    private final RecordDirectory directory;

    HandleMinting(Minting minting, HandleAssignment assignment, RecordDirectory directory) {
        this.minting = minting;
        this.assignment = assignment;
        this.directory = directory;
    }

    /** Gives a handle to every good draft that awaits one, or refuses it; {@code asked} goes before the prefix's own rule. */
    void mint(List<RowDraft> drafts, MetadataTemplate template, Optional<MintRule> asked, Caller caller) {
        List<RowDraft> waiting =
                drafts.stream().filter(RowDraft::isAwaitingMint).toList();
        if (waiting.isEmpty()) {
            return;
        }
        Set<HandleName> taken = new HashSet<>();
        drafts.forEach(d -> d.handle().ifPresent(taken::add));
        Map<String, MintRule> rules = new HashMap<>();
        for (int round = 0; round < MOST_ROUNDS && !waiting.isEmpty(); round++) {
            Map<MintRule, List<RowDraft>> byRule = new HashMap<>();
            for (RowDraft draft : waiting) {
                MintRule rule = asked.orElseGet(() -> rules.computeIfAbsent(
                        draft.prefix(), prefix -> minting.defaults().find(prefix, template.name())));
                byRule.computeIfAbsent(rule, r -> new java.util.ArrayList<>()).add(draft);
            }
            byRule.forEach((rule, group) -> mint(rule, group, taken, caller));
            waiting = waiting.stream().filter(RowDraft::isAwaitingMint).toList();
        }
        waiting.forEach(draft -> draft.refuse(Refusals.handle(
                "mint.taken",
                draft.prefix(),
                Refusals.of("mint.taken.problem", MOST_ROUNDS),
                Refusals.of("mint.taken.allowed"),
                BilingualText.EMPTY)));
    }

    private void mint(MintRule rule, List<RowDraft> group, Set<HandleName> taken, Caller caller) {
        List<Mint.Order> orders = group.stream()
                .map(draft -> new Mint.Order(draft.prefix(), draft.row.items()))
                .toList();
        List<Optional<String>> suffixes = minting.mint().suffixes(rule, orders);
        for (int i = 0; i < group.size(); i++) {
            RowDraft draft = group.get(i);
            if (suffixes.get(i).isEmpty()) {
                draft.refuse(Refusals.handle(
                        "mint.gtin",
                        rule.toString(),
                        Refusals.of("mint.gtin.problem"),
                        Refusals.of("mint.gtin.allowed"),
                        BilingualText.EMPTY));
                continue;
            }
            String wished = draft.prefix() + "/" + suffixes.get(i).get();
            assignment
                    .find(draft, wished, caller)
                    .filter(name -> !directory.exists(name) && taken.add(name))
                    .ifPresent(draft::assign);
        }
    }
}
