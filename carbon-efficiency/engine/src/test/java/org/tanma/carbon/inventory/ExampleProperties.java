// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.report.ResultDocument;

/** What holds of every method, on every inventory request of docs/examples. */
class ExampleProperties {
    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
    private static final BigDecimal NEARLY_ZERO = new BigDecimal("1e-25");
    private static final List<InventoryRequest> REQUESTS = requests();

    private static List<InventoryRequest> requests() {
        InventoryRequestReader reader = new InventoryRequestReader(CementYear.CATALOG.units());
        List<InventoryRequest> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                if (reader.read(file.toString(), Files.readAllBytes(file)) instanceof ParsedRequest.Read read) {
                    requests.add(read.request());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return requests;
    }

    @Provide
    Arbitrary<InventoryRequest> examples() {
        return Arbitraries.of(REQUESTS);
    }

    @Property(tries = 40)
    void orderOfEntries_givesTheSameBytes(@ForAll("examples") InventoryRequest request, @ForAll long seed) {
        assertThat(REQUESTS).hasSizeGreaterThan(2);
        List<ActivityEntry> entries = new ArrayList<>(request.entries());
        Collections.shuffle(entries, new Random(seed));
        List<SharedParameter> parameters = new ArrayList<>(request.parameters());
        Collections.shuffle(parameters, new Random(seed));
        InventoryRequest shuffled = request.withEntries(entries).withParameters(parameters);
        assertThat(ResultDocument.of(CementYear.inventory(shuffled)))
                .isEqualTo(ResultDocument.of(CementYear.inventory(request)));
    }

    @Property(tries = 40)
    void coherentUnits_giveTheSameTotal(@ForAll("examples") InventoryRequest request) {
        List<ActivityEntry> coherent = request.entries().stream()
                .map(entry -> entry.withAmount(
                        entry.amount().in(Unit.coherent(entry.amount().dimension()))))
                .toList();
        assertNear(
                CementYear.inventory(request.withEntries(coherent)).totals().total(),
                CementYear.inventory(request).totals().total());
    }

    /** What a reading adds follows from its model alone, and the models add up to the total. */
    @Property(tries = 40)
    void models_addUpToTheTotal(@ForAll("examples") InventoryRequest request) {
        List<ReadingModel> models = CementYear.CATALOG.inventoryEngine().models(request, List.of());
        Quantity sum = models.stream()
                .filter(model -> !model.term().isValueChain())
                .map(ReadingModel::emission)
                .reduce(Quantity::plus)
                .orElseThrow();
        assertNear(sum, CementYear.inventory(request).totals().total());
        for (ReadingModel model : models) {
            assertThat(model.emission(model.entry().amount(), model.inputs())).isEqualTo(model.emission());
        }
    }

    private static void assertNear(Quantity actual, Quantity expected) {
        BigDecimal difference = actual.amount().subtract(expected.amount()).abs();
        assertThat(difference)
                .isLessThanOrEqualTo(expected.amount().abs().multiply(NEARLY_ZERO, MathContext.DECIMAL128));
    }
}
