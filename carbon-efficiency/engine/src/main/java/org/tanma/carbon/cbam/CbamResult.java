// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * Embedded emissions of an installation's goods.
 *
 * @param request what it was computed from
 * @param fuelSet edition of fuel parameters
 * @param totals sums of the installation
 * @param sources what each source emits, by name
 * @param goods what each process makes, by id
 * @param certificates certificates asked for, by id
 * @param factors published figures used, by edition and id
 * @param quality the least established of them
 * @param notices what a reader must know
 * @param traces how the figures were formed: the installation, then each good
 */
public record CbamResult(
        CbamRequest request,
        @Nullable EditionRef fuelSet,
        Totals totals,
        List<SourceResult> sources,
        List<GoodResult> goods,
        List<CertificateResult> certificates,
        List<FactorMatch> factors,
        Quality quality,
        List<LocalText> notices,
        List<TraceNode> traces)
        implements CbamOutcome {
    public CbamResult {
        sources = List.copyOf(sources);
        goods = List.copyOf(goods);
        certificates = List.copyOf(certificates);
        factors = List.copyOf(factors);
        notices = List.copyOf(notices);
        traces = List.copyOf(traces);
    }

    /**
     * Sums of the installation, tCO2e.
     *
     * @param direct direct emissions, fossil
     * @param co2 of it CO2
     * @param n2o of it N2O
     * @param pfc of it perfluorocarbons
     * @param biogenic CO2 of biomass, outside the sum, tCO2
     * @param indirect of the electricity its processes use
     * @param attributedDirect attributed direct emissions of its processes
     * @param rest direct emissions not attributed to them; negative where heat or waste gas comes from outside
     */
    public record Totals(
            Quantity direct,
            Quantity co2,
            Quantity n2o,
            Quantity pfc,
            Quantity biogenic,
            Quantity indirect,
            Quantity attributedDirect,
            Quantity rest) {}

    /**
     * One source.
     *
     * @param source its name
     * @param emission fossil, tCO2e; negative for carbon that leaves
     * @param biogenic tCO2
     * @param energy energy of what is burnt; null where there is none
     */
    public record SourceResult(
            String source,
            Quantity emission,
            Quantity biogenic,
            @Nullable Quantity energy) {}

    /**
     * A good.
     *
     * @param process id of its process
     * @param name what it is
     * @param cn CN code
     * @param category aggregated goods category
     * @param isDirectOnly whether its own indirect emissions are left out of {@code counted}
     * @param produced activity level
     * @param attributedDirect attributed direct emissions, precursors apart, tCO2e
     * @param parts what attributed direct emissions are made of
     * @param attributedIndirect attributed indirect emissions, precursors apart, tCO2e
     * @param ownDirect attributed direct emissions per unit of the good
     * @param ownIndirect attributed indirect emissions per unit of the good
     * @param direct specific embedded direct emissions, precursors included
     * @param indirect specific embedded indirect emissions, precursors included, counted or not
     * @param total both
     * @param counted what CBAM counts: direct, and indirect where it counts
     * @param electricity electricity embedded, MWh per tonne; null where a precursor's is not known
     * @param precursors what each precursor adds
     * @param compositions counted emissions per tonne of goods sold by content
     */
    public record GoodResult(
            String process,
            String name,
            String cn,
            String category,
            boolean isDirectOnly,
            Quantity produced,
            Quantity attributedDirect,
            Parts parts,
            Quantity attributedIndirect,
            Quantity ownDirect,
            Quantity ownIndirect,
            Quantity direct,
            Quantity indirect,
            Quantity total,
            Quantity counted,
            @Nullable Quantity electricity,
            List<PrecursorShare> precursors,
            List<CompositionResult> compositions) {
        public GoodResult {
            precursors = List.copyOf(precursors);
            compositions = List.copyOf(compositions);
        }
    }

    /**
     * What attributed direct emissions are made of, before they are kept from falling below 0; all positive, tCO2e.
     *
     * @param sources directly attributable emissions (DirEm*)
     * @param heatImported of heat that came in
     * @param heatExported of heat that went out
     * @param wasteGasImported of waste gas that came in
     * @param wasteGasExported of waste gas that went out
     * @param electricityMade of electricity made within
     */
    public record Parts(
            Quantity sources,
            Quantity heatImported,
            Quantity heatExported,
            Quantity wasteGasImported,
            Quantity wasteGasExported,
            Quantity electricityMade) {}

    /**
     * What a precursor adds to a good.
     *
     * @param of id of the precursor
     * @param mass mass used
     * @param massShare mass used per unit of the good
     * @param embeddedDirect direct emissions it brings along, tCO2e
     * @param embeddedIndirect indirect emissions it brings along, tCO2e
     * @param direct tCO2e per unit of the good
     * @param indirect tCO2e per unit of the good
     */
    public record PrecursorShare(
            String of,
            Quantity mass,
            Quantity massShare,
            Quantity embeddedDirect,
            Quantity embeddedIndirect,
            Quantity direct,
            Quantity indirect) {}

    /** Counted emissions of a good sold by content, tCO2e per tonne of it. */
    public record CompositionResult(String name, Quantity content, Quantity counted) {}
}
