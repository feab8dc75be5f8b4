// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.service.peer.PeerSelection;

/** Which peer set a scheme compares an enterprise with. */
public final class PeerChoice {
    private PeerChoice() {}

    /** The digits of the industry code that peers share. */
    public static String industry(GradingScheme scheme, String code) {
        return code.substring(0, Math.min(code.length(), scheme.industryDigits()));
    }

    /**
     * Region, size and units of the peers.
     *
     * @param region code of GB/T 2260 of the enterprise
     * @param size its declared size class; empty if none is
     */
    public static PeerSelection selection(GradingScheme scheme, String region, String size) {
        return new PeerSelection(
                scheme.selection().region().part(region),
                scheme.selection().isSameSize() ? size : "",
                scheme.numerator().dimension().coherentSymbol(),
                denominatorUnit(scheme));
    }

    /** The unit that denominators of peers are kept in: 10 000 yuan for value added, else the coherent unit. */
    static String denominatorUnit(GradingScheme scheme) {
        return scheme.denominator() == GradingScheme.Denominator.VALUE_ADDED
                ? PeerSelection.USUAL.denominatorUnit()
                : scheme.denominatorDimension().coherentSymbol();
    }
}
