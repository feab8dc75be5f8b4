// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.tanma.resolver.registrar.mint.MintPart.Kind;

/**
 * Makes suffixes by rules.
 *
 * <p>Contract: what it makes differs each time; whether a handle is taken by other means is for the caller to see, who then
 * mints again. Numbers come from {@link MintCounters}, one counter for all that a rule makes under one prefix with the same
 * text around the number. Safe between threads.
 */
public final class Mint {
    /** What one suffix is made for: the prefix it comes under, and the row's items. */
    public record Order(String prefix, Map<String, String> items) {}

    /** Crockford's Base32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** Stands for the number in a counter's key; no literal can hold it. */
    private static final String NUMBER = "{sequence}";

    private final MintCounters counters;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Mint(MintCounters counters, InstantSource clock, RandomGenerator random) {
        this.counters = counters;
        this.clock = clock;
        this.random = random;
    }

    /** One suffix an order, in their order; empty for an order whose row lacks the item the rule needs. */
    public List<Optional<String>> suffixes(MintRule rule, List<Order> orders) {
        Instant now = clock.instant();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        if (rule.isCounting()) {
            orders.forEach(order -> key(rule, order, now).ifPresent(key -> wanted.merge(key, 1, Integer::sum)));
        }
        Map<String, Long> next = new HashMap<>();
        wanted.forEach((key, count) -> next.put(key, counters.take(key, count)));
        List<Optional<String>> made = new ArrayList<>(orders.size());
        for (Order order : orders) {
            long number = rule.isCounting()
                    ? key(rule, order, now)
                            .map(key -> next.merge(key, 1L, Long::sum) - 1)
                            .orElse(0L)
                    : 0L;
            made.add(fill(rule, order, now, Long.toString(number)));
        }
        return made;
    }

    /** The counter's key: the prefix, and the suffix without number, check and chance. */
    private Optional<String> key(MintRule rule, Order order, Instant now) {
        StringBuilder key = new StringBuilder(order.prefix()).append('/');
        for (MintPart part : rule.parts()) {
            if (part.kind() == Kind.SEQUENCE) {
                key.append(NUMBER);
            } else if (part.kind() == Kind.LITERAL || part.kind() == Kind.YEAR || part.kind() == Kind.ITEM) {
                Optional<String> text = text(part, order, now);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                key.append(text.get());
            }
        }
        return Optional.of(key.toString());
    }

    private Optional<String> fill(MintRule rule, Order order, Instant now, String number) {
        StringBuilder suffix = new StringBuilder();
        for (MintPart part : rule.parts()) {
            switch (part.kind()) {
                case SEQUENCE ->
                    suffix.append("0".repeat(Math.max(0, part.length() - number.length())))
                            .append(number);
                case RANDOM -> randomly(suffix, part.length());
                case UUID -> suffix.append(uuid(now));
                case CHECK ->
                    suffix.append(CheckSystem.find(part.text()).orElseThrow().check(suffix.toString()));
                case LITERAL, YEAR, ITEM -> {
                    Optional<String> text = text(part, order, now);
                    if (text.isEmpty()) {
                        return Optional.empty();
                    }
                    suffix.append(text.get());
                }
            }
        }
        return Optional.of(suffix.toString());
    }

    private static Optional<String> text(MintPart part, Order order, Instant now) {
        return switch (part.kind()) {
            case LITERAL -> Optional.of(part.text());
            case YEAR -> Optional.of(String.valueOf(now.atOffset(ZoneOffset.UTC).getYear()));
            case ITEM ->
                Optional.ofNullable(order.items().get(part.text()))
                        .map(Gtin::padded)
                        .filter(Gtin::isValid);
            case SEQUENCE, RANDOM, UUID, CHECK -> Optional.empty();
        };
    }

    private UUID uuid(Instant now) {
        return UuidCreator.getTimeOrderedEpoch(now);
    }

    private void randomly(StringBuilder suffix, int length) {
        for (int i = 0; i < length; i++) {
            suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
    }
}
