// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.commission;

import static org.tanma.carbon.report.commission.TemplateGoods.category;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.cbam.EmissionSource;
import org.tanma.carbon.cbam.EnergyFlow;
import org.tanma.carbon.cbam.EnergyFlow.Direction;
import org.tanma.carbon.cbam.ProductionProcess;
import org.tanma.carbon.cbam.PurchasedPrecursor;
import org.tanma.carbon.cbam.PurchasedPrecursor.Embedded;
import org.tanma.carbon.cbam.WasteGasFlow;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/**
 * The European Commission's CBAM communication template, version 2.1, filled in from a result.
 *
 * <p>Shape: sheets A_InstData, B_EmInst, C_Emissions&amp;Energy, D_Processes, E_PurchPrec and Summary_Products get their input cells;
 * the template's formulas compute the rest, so that the two can be compared. Errors: {@link IOException} where the file is not
 * that template; what the template has no room for is listed, not dropped in silence.
 */
public final class CommunicationTemplate {
    private static final String INSTALLATION = "A_InstData";
    private static final String EMISSIONS = "B_EmInst";
    private static final String BALANCE = "C_Emissions&Energy";
    private static final String PROCESSES = "D_Processes";
    private static final String PURCHASED = "E_PurchPrec";
    private static final String PRODUCTS = "Summary_Products";
    private static final int MAX_PROCESSES = 10;
    private static final int MAX_PURCHASED = 20;
    private static final int MAX_STREAMS = 75;
    private static final int MAX_OTHERS = 10;
    private static final int PROCESS_ROWS = 65;
    private static final int PURCHASED_ROWS = 44;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Unit TJ = new Unit("TJ", Dimension.ENERGY, BigDecimal.valueOf(1000));
    private static final Unit MWH = new Unit("MWh", Dimension.ENERGY, new BigDecimal("3.6"));

    private final CbamCatalog catalog;
    private final CbamResult result;
    private final WorkbookCells cells;
    private final List<LocalText> leftOut = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private CommunicationTemplate(CbamCatalog catalog, CbamResult result, WorkbookCells cells) {
        this.catalog = catalog;
        this.result = result;
        this.cells = cells;
    }

    /**
     * A template filled in.
     *
     * @param workbook the octets of the workbook
     * @param leftOut what the template has no room for
     */
    public record Filled(byte[] workbook, List<LocalText> leftOut) {
        public Filled {
            workbook = workbook.clone();
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public byte[] workbook() {
            return workbook.clone();
        }
    }

    /** Fills in a template; it must be version 2.1, empty. */
    public static Filled fill(byte[] template, CbamCatalog catalog, CbamResult result) throws IOException {
        WorkbookCells cells = new WorkbookCells(template);
        for (String sheet : List.of(INSTALLATION, EMISSIONS, BALANCE, PROCESSES, PURCHASED, PRODUCTS)) {
            if (!cells.hasSheet(sheet)) {
                throw new IOException("there is no sheet " + sheet);
            }
        }
        CommunicationTemplate filling = new CommunicationTemplate(catalog, result, cells);
        filling.fill();
        return new Filled(cells.write(), filling.leftOut);
    }

    private void fill() {
        result.request().processes().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(process -> names.put(process.id(), name(process.name(), process.id())));
        result.request().purchased().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(precursor -> names.put(precursor.id(), name(precursor.id(), precursor.id())));
        installation();
        new TemplateSources(cells, EMISSIONS, MAX_STREAMS, MAX_OTHERS, leftOut, TemplateSources.traces(result))
                .fill(sources());
        balance();
        int index = 0;
        for (GoodResult good : goods()) {
            process(good, index++);
        }
        index = 0;
        for (PurchasedPrecursor precursor : purchased()) {
            purchased(precursor, index++);
        }
    }

    private String name(String wanted, String id) {
        return names.containsValue(wanted) ? id + " " + wanted : wanted;
    }

    private List<EmissionSource> sources() {
        return result.request().sources().stream()
                .sorted((a, b) -> a.source().compareTo(b.source()))
                .toList();
    }

    private List<GoodResult> goods() {
        return limited(result.goods(), MAX_PROCESSES, "生产过程", "processes");
    }

    private List<PurchasedPrecursor> purchased() {
        return limited(
                result.request().purchased().stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList(),
                MAX_PURCHASED,
                "外购前体",
                "purchased precursors");
    }

    private <T> List<T> limited(List<T> of, int most, String zh, String en) {
        LocalText text = new LocalText("模板只容纳 " + most + " 个" + zh, "the template has room for " + most + " " + en);
        if (of.size() > most && !leftOut.contains(text)) {
            leftOut.add(text);
        }
        return of.subList(0, Math.min(most, of.size()));
    }

    private void installation() {
        cells.put(INSTALLATION, "I9", day(result.request().from()));
        cells.put(INSTALLATION, "L9", day(result.request().to()));
        cells.put(INSTALLATION, "I20", result.request().installation());
        cells.put(INSTALLATION, "I26", new Locale("", result.request().country()).getDisplayCountry(Locale.ENGLISH));
        int row = 62;
        for (String category : goods().stream()
                .map(good -> category(good.category()))
                .distinct()
                .toList()) {
            cells.put(INSTALLATION, "E" + row++, category);
        }
        row = 83;
        for (GoodResult good : goods()) {
            cells.put(INSTALLATION, "E" + row, category(good.category()));
            cells.put(INSTALLATION, "F" + row, "Only direct production");
            cells.put(INSTALLATION, "L" + row++, named(good.process()));
        }
        row = 102;
        for (PurchasedPrecursor precursor : purchased()) {
            cells.put(
                    INSTALLATION,
                    "E" + row,
                    category(catalog.findGood(precursor.cn()).orElseThrow().category()));
            cells.put(INSTALLATION, "F" + row, precursor.country());
            cells.put(INSTALLATION, "L" + row++, named(precursor.id()));
        }
    }

    private void balance() {
        BigDecimal fuel = result.sources().stream()
                .map(CbamResult.SourceResult::energy)
                .filter(energy -> energy != null)
                .map(energy -> energy.in(TJ).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        cells.put(BALANCE, "I16", fuel);
        cells.put(BALANCE, "J16", BigDecimal.ZERO);
        cells.put(BALANCE, "K16", BigDecimal.ZERO);
        cells.put(BALANCE, "M26", plain(result.totals().indirect()));
    }

    private void process(GoodResult good, int index) {
        int shift = index * PROCESS_ROWS;
        ProductionProcess process = result.request().processes().stream()
                .filter(each -> each.id().equals(good.process()))
                .findFirst()
                .orElseThrow();
        BigDecimal made = plain(good.produced());
        put("L", 16 + shift, made);
        Map<String, BigDecimal> users = users(process.id());
        BigDecimal inside = BigDecimal.ZERO;
        List<GoodResult> others = new ArrayList<>(goods());
        others.removeIf(other -> other.process().equals(process.id()));
        for (int i = 0; i < others.size(); i++) {
            BigDecimal used = users.getOrDefault(others.get(i).process(), BigDecimal.ZERO);
            put("L", 32 + shift + i, used);
            inside = inside.add(used);
        }
        put("L", 27 + shift, made.subtract(inside));
        if (users.containsKey(process.id())) {
            leftOut.add(new LocalText(
                    named(process.id()) + "：模板不容纳消耗自身产品的过程",
                    named(process.id()) + ": the template has no process that uses its own product"));
        }
        cells.put(PROCESSES, "K" + (50 + shift), !process.heat().isEmpty());
        cells.put(PROCESSES, "L" + (50 + shift), !process.wasteGas().isEmpty());
        put("L", 54 + shift, plain(good.parts().sources()));
        flow(
                "L",
                57 + shift,
                TJ,
                process.heat(),
                Direction.IMPORTED,
                good.parts().heatImported());
        flow(
                "M",
                57 + shift,
                TJ,
                process.heat(),
                Direction.EXPORTED,
                good.parts().heatExported());
        wasteGas("L", 61 + shift, process.wasteGas(), Direction.IMPORTED);
        wasteGas("M", 61 + shift, process.wasteGas(), Direction.EXPORTED);
        flow("L", 65 + shift, MWH, process.electricity(), Direction.IMPORTED, good.attributedIndirect());
        if (!process.electricity().isEmpty()) {
            cells.put(PROCESSES, "L" + (67 + shift), "Mix");
        }
        flow(
                "L",
                71 + shift,
                MWH,
                process.electricity(),
                Direction.EXPORTED,
                good.parts().electricityMade());
        int row = 10 + index;
        cells.put(PRODUCTS, "D" + row, named(process.id()));
        if (process.cn().length() == 8) {
            cells.put(PRODUCTS, "F" + row, process.cn());
        }
    }

    /** How much of a good each process uses, t. */
    private Map<String, BigDecimal> users(String of) {
        Map<String, BigDecimal> users = new TreeMap<>();
        for (ProductionProcess process : result.request().processes()) {
            process.precursors().stream()
                    .filter(use -> use.of().equals(of))
                    .forEach(use -> users.merge(process.id(), plain(use.amount()), BigDecimal::add));
        }
        return users;
    }

    /** Amount, and below it the factor that gives the emission; nothing where there is no such flow. */
    private void flow(
            String column, int row, Unit unit, List<EnergyFlow> flows, Direction direction, Quantity emission) {
        Quantity amount = flows.stream()
                .filter(flow -> flow.direction() == direction)
                .map(EnergyFlow::amount)
                .reduce(Quantity.zero(Dimension.ENERGY), Quantity::plus)
                .in(unit);
        if (amount.signum() != 0) {
            put(column, row, amount.amount());
            put(column, row + 1, emission.amount().divide(amount.amount(), MathContext.DECIMAL64));
        }
    }

    private void wasteGas(String column, int row, List<WasteGasFlow> flows, Direction direction) {
        Quantity energy = Quantity.zero(Dimension.ENERGY);
        for (WasteGasFlow flow : flows) {
            if (flow.direction() == direction) {
                @Nullable Quantity ncv = flow.netCalorificValue();
                energy = energy.plus(ncv == null ? flow.amount() : flow.amount().times(ncv));
            }
        }
        if (energy.signum() != 0) {
            put(column, row, energy.in(TJ).amount());
        }
    }

    private void purchased(PurchasedPrecursor precursor, int index) {
        int shift = index * PURCHASED_ROWS;
        Map<String, BigDecimal> users = users(precursor.id());
        BigDecimal used = users.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        cells.put(PURCHASED, "L" + (17 + shift), used);
        List<GoodResult> goods = goods();
        for (int i = 0; i < goods.size(); i++) {
            cells.put(
                    PURCHASED,
                    "L" + (28 + shift + i),
                    users.getOrDefault(goods.get(i).process(), BigDecimal.ZERO));
        }
        cells.put(PURCHASED, "L" + (38 + shift), BigDecimal.ZERO);
        List<CbamResult.PrecursorShare> shares = result.goods().stream()
                .flatMap(good -> good.precursors().stream())
                .filter(share -> share.of().equals(precursor.id()))
                .filter(share -> share.mass().signum() != 0)
                .toList();
        if (shares.isEmpty()) {
            return;
        }
        boolean isDefault = precursor.embedded() instanceof Embedded.Default;
        Quantity mass = shares.get(0).mass();
        embedded(49 + shift, shares.get(0).embeddedDirect().dividedBy(mass), isDefault);
        Quantity indirect = shares.get(0).embeddedIndirect().dividedBy(mass);
        @Nullable
        MeasuredValue electricity =
                precursor.embedded() instanceof Embedded.Supplied supplied ? supplied.electricity() : null;
        if (electricity != null && electricity.value().signum() != 0) {
            Quantity perTonne = electricity.value().in(MWH.per(Unit.coherent(Dimension.MASS)));
            embedded(50 + shift, perTonne, isDefault);
            cells.put(
                    PURCHASED, "L" + (51 + shift), indirect.amount().divide(perTonne.amount(), MathContext.DECIMAL64));
            cells.put(PURCHASED, "M" + (51 + shift), "Mix");
        } else if (indirect.signum() != 0) {
            leftOut.add(new LocalText(
                    precursor.id() + "：模板只按电量与因子接受间接排放，未填",
                    precursor.id()
                            + ": the template takes indirect emissions as electricity and factor only, not filled"));
        }
    }

    private void embedded(int row, Quantity value, boolean isDefault) {
        cells.put(PURCHASED, "L" + row, value.amount());
        cells.put(PURCHASED, "M" + row, isDefault ? "Default" : "Measured");
    }

    private void put(String column, int row, BigDecimal value) {
        cells.put(PROCESSES, column + row, value);
    }

    private String named(String id) {
        return names.getOrDefault(id, id);
    }

    private static BigDecimal plain(Quantity quantity) {
        return quantity.coherentAmount();
    }

    private static BigDecimal day(LocalDate day) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day));
    }
}
