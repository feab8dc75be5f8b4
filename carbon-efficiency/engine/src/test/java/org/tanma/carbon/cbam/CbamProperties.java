// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.cbam.Installations.CATALOG;
import static org.tanma.carbon.cbam.Installations.good;
import static org.tanma.carbon.cbam.Installations.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.tanma.carbon.data.CbamRequestReader;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;

class CbamProperties {
    private static final BigDecimal NEARLY_ZERO = new BigDecimal("1e-28");
    private static final String EVERYTHING = read("everything.yaml");

    @Property(tries = 20)
    void order_playsNoPart(@ForAll long seed) {
        CbamRequest request = Installations.request(EVERYTHING);
        Random random = new Random(seed);
        CbamRequest mixed = new CbamRequest(
                request.installation(),
                request.country(),
                request.from(),
                request.to(),
                request.method(),
                request.fuelSet(),
                shuffled(request.sources(), random),
                shuffled(request.heatUnits(), random),
                shuffled(
                        request.processes().stream()
                                .map(process -> shuffled(process, random))
                                .toList(),
                        random),
                shuffled(request.purchased(), random),
                shuffled(request.imports(), random));
        assertThat(ResultDocument.of(CATALOG.cbamEngine().compute(mixed)))
                .isEqualTo(ResultDocument.of(CATALOG.cbamEngine().compute(request)));
    }

    /** Twice as much of everything embeds the same per tonne. */
    @Property(tries = 20)
    void embeddedEmissions_doNotDependOnTheSizeOfThePlant(
            @ForAll @BigRange(min = "0.01", max = "1000") @Scale(2) BigDecimal factor) {
        String scaled = scaledAmounts(EVERYTHING, factor);
        CbamResult once = result(EVERYTHING);
        CbamResult many = result(scaled);
        for (int i = 0; i < once.goods().size(); i++) {
            assertNear(many.goods().get(i).total(), once.goods().get(i).total().amount());
            assertNear(
                    many.goods().get(i).attributedDirect(),
                    once.goods().get(i).attributedDirect().amount().multiply(factor, MathContext.DECIMAL128));
        }
    }

    @Property(tries = 20)
    void unitOfAnAmount_playsNoPart(@ForAll @IntRange(min = 1, max = 1_000_000) int tonnes) {
        String yaml = EVERYTHING.replace("{value: \"4000\", unit: t}", "{value: \"" + tonnes + "\", unit: %s}");
        CbamResult inTonnes = result(yaml.replace("%s", "t"));
        CbamResult inKilograms =
                result(yaml.replace("value: \"" + tonnes + "\", unit: %s", "value: \"" + tonnes + "000\", unit: kg"));
        assertThat(inKilograms.totals()).isEqualTo(inTonnes.totals());
        assertThat(good(inKilograms, "steel").total())
                .isEqualTo(good(inTonnes, "steel").total());
    }

    /** A file spoilt anywhere is computed, or refused with places and hints; nothing is thrown. */
    @Property(tries = 300)
    void spoiltFiles_areComputedOrRefused(@ForAll @IntRange(max = 100_000) int place, @ForAll byte with) {
        byte[] bytes = EVERYTHING.getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] = with;
        CbamRequestReader.Parsed parsed = new CbamRequestReader(CATALOG.units()).read("spoilt", bytes);
        if (parsed instanceof CbamRequestReader.Parsed.Read read) {
            assertThat(ResultDocument.of(CATALOG.cbamEngine().compute(read.request()))
                            .json())
                    .isNotEmpty();
        } else {
            assertThat(((CbamRequestReader.Parsed.Refused) parsed).missing()).isNotEmpty();
        }
    }

    private static ProductionProcess shuffled(ProductionProcess process, Random random) {
        return new ProductionProcess(
                process.id(),
                process.name(),
                process.cn(),
                process.route(),
                process.produced(),
                shuffled(process.heat(), random),
                shuffled(process.wasteGas(), random),
                shuffled(process.electricity(), random),
                shuffled(process.precursors(), random),
                shuffled(process.compositions(), random));
    }

    private static <T> List<T> shuffled(List<T> of, Random random) {
        List<T> mixed = new ArrayList<>(of);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** Multiplies what stands on lines marked as amounts. */
    private static String scaledAmounts(String yaml, BigDecimal factor) {
        StringBuilder scaled = new StringBuilder();
        for (String line : yaml.split("\n")) {
            int from = line.indexOf("value: \"") + "value: \"".length();
            scaled.append(
                    line.endsWith("# amount")
                            ? line.substring(0, from)
                                    + new BigDecimal(line.substring(from, line.indexOf('"', from)))
                                            .multiply(factor)
                                            .toPlainString()
                                    + line.substring(line.indexOf('"', from))
                            : line);
            scaled.append('\n');
        }
        return scaled.toString();
    }

    private static void assertNear(Quantity actual, BigDecimal expected) {
        assertThat(actual.amount().subtract(expected).abs())
                .isLessThanOrEqualTo(expected.abs().multiply(NEARLY_ZERO));
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(CbamProperties.class.getResourceAsStream("/cbam/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
