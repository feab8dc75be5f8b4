// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.tariff.Tariff;
import org.tanma.carbon.tariff.TariffBand;
import org.tanma.carbon.tariff.TariffPeriod;
import org.tanma.carbon.tariff.TariffSeason;

/** Reads {@code tariff.yaml}. */
final class TariffReader {
    private TariffReader() {}

    /** A tariff and where it comes from. */
    record Read(EditionSource source, Tariff tariff) {}

    static Read read(EditionFolder folder, EditionRef ref) {
        String path = ref + "/tariff.yaml";
        EditionSource source = SourceReader.read(folder, ref.toString(), ref);
        YamlObject yaml = YamlObject.parse(path, folder.read(path))
                .allowing("title", "geography", "first_year", "utc_offset", "quality", "seasons");
        try {
            List<TariffSeason> seasons = new ArrayList<>();
            for (YamlObject season : yaml.objects("seasons")) {
                seasons.add(season(season.allowing("months", "bands")));
            }
            return new Read(
                    source,
                    new Tariff(
                            ref.toString(),
                            yaml.localText("title"),
                            yaml.text("geography"),
                            yaml.integer("first_year"),
                            ZoneOffset.of(yaml.text("utc_offset")),
                            Quality.fromCode(yaml.text("quality")),
                            seasons));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new EditionFormatException(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static TariffSeason season(YamlObject yaml) {
        Set<Integer> months = new HashSet<>();
        yaml.texts("months").forEach(month -> months.add(Integer.parseInt(month)));
        List<TariffBand> bands = new ArrayList<>();
        for (YamlObject band : yaml.objects("bands")) {
            bands.add(new TariffBand(
                    minutes(band.allowing("from", "to", "period"), "from"),
                    minutes(band, "to"),
                    TariffPeriod.fromCode(band.text("period"))
                            .orElseThrow(() -> new EditionFormatException(
                                    band.place(),
                                    "'period' must be one of " + String.join(", ", TariffPeriod.codes())))));
        }
        return new TariffSeason(months, bands);
    }

    private static int minutes(YamlObject band, String key) {
        return TariffBand.minutes(band.text(key))
                .orElseThrow(
                        () -> new EditionFormatException(band.place(), "'" + key + "' must be a time such as 08:30"));
    }
}
