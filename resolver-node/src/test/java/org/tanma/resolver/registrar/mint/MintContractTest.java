// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class MintContractTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    abstract SqlEngines engine();

    private static Mint mint(Jdbi jdbi) {
        return new Mint(new MintCounters(jdbi), CLOCK, RandomGenerator.of("L64X128MixRandom"));
    }

    private static List<String> made(Mint mint, String rule, String prefix, int count) {
        Mint.Order order = new Mint.Order(prefix, Map.of("gtin", "6901234567892"));
        return mint.suffixes(MintRule.parse(rule), java.util.Collections.nCopies(count, order)).stream()
                .map(Optional::orElseThrow)
                .toList();
    }

    @Test
    void sequence_countsOn_eachPrefixForItself_alsoAfterOpeningAgain() {
        var config = engine().freshConfig();
        var first = engine().open(config);
        assertThat(made(mint(first.jdbi()), "sequence:4:KILN-", "88.118.1", 3))
                .containsExactly("KILN-0001", "KILN-0002", "KILN-0003");
        assertThat(made(mint(first.jdbi()), "sequence:4:KILN-", "88.118.2", 1)).containsExactly("KILN-0001");
        var again = engine().open(config);
        assertThat(made(mint(again.jdbi()), "sequence:4:KILN-", "88.118.1", 1)).containsExactly("KILN-0004");
        assertThat(made(mint(again.jdbi()), "sequence", "88.118.1", 2)).containsExactly("1", "2");
    }

    @Test
    void gs1_isThePathOfADigitalLink_perGtin() {
        Mint mint = mint(engine().open().jdbi());
        assertThat(made(mint, "gs1:09506000134352:6", "88.118.1", 2))
                .containsExactly("01/09506000134352/21/000001", "01/09506000134352/21/000002");
        assertThat(made(mint, "gs1:9506000134352:6", "88.118.1", 1)).containsExactly("01/09506000134352/21/000003");
        assertThat(made(mint, "gs1", "88.118.1", 1)).containsExactly("01/06901234567892/21/000000000001");
        assertThat(mint.suffixes(
                        MintRule.parse("gs1"), List.of(new Mint.Order("88.118.1", Map.of("gtin", "6901234567893")))))
                .containsExactly(Optional.empty());
    }

    @Test
    void pattern_fillsItsParts() {
        Mint mint = mint(engine().open().jdbi());
        assertThat(made(mint, "pattern:PUMP-{year}-{sequence:6}-{check:mod97}", "88.118.1", 1))
                .containsExactly("PUMP-2026-000001-" + CheckSystem.MOD97.check("PUMP-2026-000001-"));
        assertThat(made(mint, "pattern:{random:10}{check:mod10}", "88.118.1", 1).get(0))
                .matches("[0-9A-HJKMNP-TV-Z]{10}[0-9]");
    }

    @Test
    void uuids_areVersion7_ofThisTime_andDiffer() {
        List<String> made = made(mint(engine().open().jdbi()), "uuidv7", "88.118.1", 1_000);
        assertThat(new HashSet<>(made)).hasSize(1_000);
        assertThat(made)
                .allMatch(u -> u.matches("019aa6ad-f800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                        || java.util.UUID.fromString(u).version() == 7);
    }

    @Test
    void counters_manyAtOnce_giveNoNumberTwice() throws Exception {
        MintCounters counters = new MintCounters(engine().open().jdbi());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Long>> taken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            taken.add(threads.submit(() -> counters.take("88.118.1/{sequence}", 5)));
        }
        HashSet<Long> firsts = new HashSet<>();
        for (Future<Long> one : taken) {
            firsts.add(one.get());
        }
        threads.shutdown();
        assertThat(firsts).hasSize(40).allMatch(n -> n % 5 == 1 && n <= 196);
    }

    @Test
    void defaults_areKeptByPrefixAndTemplate() {
        MintDefaults defaults = new MintDefaults(engine().open().jdbi(), CLOCK);
        assertThat(defaults.find("88.118.1", "device")).isEqualTo(MintRule.DEFAULT);
        defaults.set("88.118.1", "device", MintRule.parse("uuidv7"), "cement");
        defaults.set("88.118.1", "device", MintRule.parse("sequence:6"), "cement");
        assertThat(defaults.find("88.118.1", "device")).hasToString("sequence:6");
        assertThat(defaults.find("88.118.1", "batch")).isEqualTo(MintRule.DEFAULT);
        assertThat(defaults.all("88.118.1")).hasSize(1);
        assertThat(defaults.remove("88.118.1", "device")).isTrue();
        assertThat(defaults.remove("88.118.1", "device")).isFalse();
    }
}
