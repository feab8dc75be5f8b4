// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.portrait.PeerPosition;
import org.tanma.carbon.portrait.PortraitMeasure;
import org.tanma.carbon.service.evaluate.EvaluationInputs;
import org.tanma.carbon.text.LocalText;

/**
 * Places figures among peers: the intensity of the grading scheme among the peer set it was graded against, the others among the
 * enterprises evaluated at this node, of the same industry class or, where these are too few, of the wider group and division.
 */
final class PeerComparison {
    private static final int[] DIGITS = {4, 3, 2};

    private final PortraitStore store;
    private final PortraitStore.Source own;
    private final EvaluationInputs.@Nullable Peers peers;
    private final String industry;

    PeerComparison(PortraitStore store, PortraitStore.Source own, EvaluationInputs.@Nullable Peers peers) {
        this.store = store;
        this.own = own;
        this.peers = peers;
        this.industry = industry();
    }

    private String industry() {
        for (int digits : DIGITS) {
            String prefix =
                    own.industry().substring(0, Math.min(digits, own.industry().length()));
            if (store.count(own, prefix) >= PeerPosition.FEWEST_PEERS) {
                return prefix;
            }
        }
        return own.industry();
    }

    Portrait.Position of(Figure figure) {
        boolean isOfPeerSet = figure.measure() == PortraitMeasure.SCHEME_INTENSITY;
        List<BigDecimal> others = isOfPeerSet
                ? ofPeerSet()
                : store.figures(own, industry, figure.measure().code());
        LocalText among = isOfPeerSet ? peerSetName() : industryName();
        BigDecimal amount = figure.amount();
        if (amount == null) {
            return new Portrait.Position("no-figure", others.size(), null, null, null, among);
        }
        PeerPosition position = PeerPosition.of(figure.measure().better(), amount, others);
        return position instanceof PeerPosition.Ranked ranked
                ? new Portrait.Position(
                        "ranked",
                        ranked.peers(),
                        ranked.rank(),
                        ranked.percentile().toPlainString(),
                        ranked.mean().toPlainString(),
                        among)
                : new Portrait.Position("too-few-peers", position.peers(), null, null, null, among);
    }

    /** Peers without a positive value added have no intensity and are left out. */
    private List<BigDecimal> ofPeerSet() {
        List<BigDecimal> intensities = new ArrayList<>();
        if (peers != null) {
            for (EvaluationInputs.Peer peer : peers.rows()) {
                BigDecimal valueAdded = new BigDecimal(peer.valueAddedCny10k());
                if (valueAdded.signum() > 0) {
                    intensities.add(new BigDecimal(peer.emissionsTco2()).divide(valueAdded, MathContext.DECIMAL128));
                }
            }
        }
        return intensities;
    }

    private LocalText peerSetName() {
        return peers == null
                ? new LocalText("没有同行数据", "no peer set is given")
                : new LocalText("同行数据 " + peers.edition(), "the peer set " + peers.edition());
    }

    private LocalText industryName() {
        return new LocalText(
                String.format(Locale.ROOT, "本节点 %d 年已评价的 GB/T 4754 %s 类其他企业", own.year(), industry),
                String.format(
                        Locale.ROOT,
                        "other enterprises of GB/T 4754 %s evaluated at this node for %d",
                        industry,
                        own.year()));
    }
}
