// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.portrait.CarrierCatalog;
import org.tanma.carbon.portrait.CarrierGroup;
import org.tanma.carbon.portrait.EnergyCarrier;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.tariff.TariffCatalog;

/**
 * The data a portrait needs besides those of the engine: energy carriers with their standard coal, and time-of-use tariffs.
 *
 * <p>Contract and errors as {@link EngineCatalog}'s.
 */
public record PortraitEditions(CarrierCatalog carriers, TariffCatalog tariffs, List<EditionSource> sources) {
    private static final List<String> HEADER =
            List.of("activity", "group", "coal_equivalent", "unit", "source_ref", "quality");

    public PortraitEditions {
        sources = List.copyOf(sources);
    }

    /** The editions shipped with the engine. */
    public static PortraitEditions readShipped(UnitCatalog units) {
        return read(EditionFolder.shipped(), units);
    }

    /** The editions that {@code index.yaml} of a folder lists. */
    public static PortraitEditions read(EditionFolder folder, UnitCatalog units) {
        YamlObject index = YamlObject.parse("index.yaml", folder.read("index.yaml"));
        CarrierCatalog carriers = carriers(folder, index.text("carriers"), units);
        List<TariffReader.Read> tariffs = index.texts("tariffs").stream()
                .map(path -> TariffReader.read(folder, EditionRef.parse(path)))
                .toList();
        List<EditionSource> sources = new java.util.ArrayList<>(
                tariffs.stream().map(TariffReader.Read::source).toList());
        sources.add(0, carriers.source());
        return new PortraitEditions(
                carriers,
                new TariffCatalog(
                        tariffs.stream().map(TariffReader.Read::tariff).toList()),
                sources);
    }

    private static CarrierCatalog carriers(EditionFolder folder, String path, UnitCatalog units) {
        EditionSource source = SourceReader.read(folder, path, EditionRef.parse(path));
        return new CarrierCatalog(source, CsvTable.read(folder, path + "/carriers.csv", HEADER, row -> {
            Unit unit = units.get(row.text("unit"));
            if (!unit.dimension().equals(Dimension.MASS.per(Dimension.ENERGY))) {
                throw row.problem("standard coal is mass per energy, not " + unit.symbol());
            }
            return new EnergyCarrier(
                    row.text("activity"),
                    CarrierGroup.fromCode(row.text("group")),
                    Ratio.quantity(row.text("coal_equivalent"), unit, row.path()),
                    row.text("source_ref"),
                    Quality.fromCode(row.text("quality")));
        }));
    }
}
