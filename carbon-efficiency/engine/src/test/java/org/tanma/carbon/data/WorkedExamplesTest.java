// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.carbon.inventory.Intensity;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryTotals;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;

/** Recomputes every file of worked-examples and compares each figure it expects; the trail of steps is left in target/worked-examples and shown when a figure differs. */
class WorkedExamplesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/worked-examples");
    private static final Path TRAILS = Path.of("target/worked-examples");
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(EXAMPLES)) {
            files = found.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        YamlObject example = YamlObject.parse(file.toString(), Files.readAllBytes(file));
        ParsedRequest parsed = new InventoryRequestReader(CATALOG.units()).read(example.object("request"));
        assertThat(parsed).isInstanceOf(ParsedRequest.Read.class);
        InventoryOutcome outcome = CATALOG.inventoryEngine().compute(((ParsedRequest.Read) parsed).request());
        assertThat(outcome).isInstanceOf(Inventory.class);
        Inventory inventory = (Inventory) outcome;
        String trail = trail(inventory.trace(), "");
        Files.createDirectories(TRAILS);
        Files.writeString(TRAILS.resolve(file.getFileName() + ".txt"), example.text("title") + "\n" + trail);
        BigDecimal tolerance = new BigDecimal(example.text("tolerance"));
        assertThat(example.objects("expected")).isNotEmpty();
        for (YamlObject expected : example.objects("expected")) {
            Quantity wanted =
                    Quantity.of(expected.text("value"), CATALOG.units().get(expected.text("unit")));
            Quantity actual = figure(inventory, expected.text("of")).in(wanted.unit());
            BigDecimal deviation = actual.amount()
                    .subtract(wanted.amount())
                    .divide(wanted.signum() == 0 ? BigDecimal.ONE : wanted.amount(), MathContext.DECIMAL128)
                    .abs();
            assertThat(deviation)
                    .as(
                            "%s: %s, expected %s (%s)%n%s",
                            expected.text("of"), actual, wanted, expected.text("cell"), trail)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    private static Quantity figure(Inventory inventory, String of) {
        InventoryTotals totals = inventory.totals();
        if (of.startsWith("source ")) {
            return inventory.sources().stream()
                    .filter(source -> source.source().equals(of.substring("source ".length())))
                    .findFirst()
                    .orElseThrow()
                    .emission();
        }
        if (of.startsWith("gas ")) {
            return totals.gases().stream()
                    .filter(gas -> gas.gas().code().equals(of.substring("gas ".length())))
                    .findFirst()
                    .orElseThrow()
                    .co2e();
        }
        return switch (of) {
            case "total" -> totals.total();
            case "scope 1" -> totals.scope1();
            case "scope 2" -> totals.scope2();
            case "biogenic" -> totals.biogenicCo2();
            case "fuel energy" -> totals.fuelEnergy();
            case "energy CO2" -> totals.energyCo2();
            case "process CO2" -> totals.processCo2();
            case "direct intensity" -> intensity(inventory).direct();
            case "indirect intensity" -> intensity(inventory).indirect();
            case "total intensity" -> intensity(inventory).total();
            default -> throw new IllegalArgumentException("no figure is called '" + of + "'");
        };
    }

    private static Intensity intensity(Inventory inventory) {
        Intensity intensity = inventory.intensity();
        assertThat(intensity).isNotNull();
        return intensity;
    }

    private static String trail(TraceNode node, String indent) {
        StringBuilder text = new StringBuilder(indent)
                .append(node.label().en())
                .append(": ")
                .append(node.formula())
                .append(" = ")
                .append(node.value())
                .append('\n');
        node.inputs()
                .forEach(input -> text.append(indent)
                        .append("    ")
                        .append(input.symbol())
                        .append(" = ")
                        .append(input.value())
                        .append('\n'));
        node.children().forEach(child -> text.append(trail(child, indent + "  ")));
        return text.toString();
    }
}
