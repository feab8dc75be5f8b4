// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import static org.tanma.carbon.grading.NotGradable.Reason.ENERGY;
import static org.tanma.carbon.grading.NotGradable.Reason.INDUSTRY;
import static org.tanma.carbon.grading.NotGradable.Reason.INVENTORY;
import static org.tanma.carbon.grading.NotGradable.Reason.OUTPUT;
import static org.tanma.carbon.grading.NotGradable.Reason.PEERS;
import static org.tanma.carbon.grading.NotGradable.Reason.REGION;
import static org.tanma.carbon.grading.NotGradable.Reason.SIZE;
import static org.tanma.carbon.grading.NotGradable.Reason.VALUE_ADDED;
import static org.tanma.carbon.grading.NotGradable.Reason.YEAR;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.NotGradable.Refusal;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/** Collects every reason why a request cannot be graded by a scheme. */
final class GradableCheck {
    private final GradingScheme scheme;
    private final List<Refusal> refusals = new ArrayList<>();

    GradableCheck(GradingScheme scheme) {
        this.scheme = scheme;
    }

    List<Refusal> check(GradingRequest request) {
        if (request.inventory() instanceof Incomplete incomplete) {
            refuse(
                    INVENTORY,
                    new LocalText("排放清单不完整", "the inventory is incomplete"),
                    Integer.toString(incomplete.missing().size()),
                    "0");
        }
        if (request.inventory() instanceof Inventory || scheme.denominator() != GradingScheme.Denominator.OUTPUT) {
            checkDenominator(request.denominator(scheme.denominator()));
        }
        if (request.industry().length() < scheme.industryDigits()) {
            refuse(
                    INDUSTRY,
                    new LocalText("行业代码不够细", "the industry code is too short"),
                    request.industry(),
                    scheme.industryDigits() + " digits");
        }
        if (scheme.reference().needsPeers()) {
            checkPeers(request);
        }
        return refusals;
    }

    private void checkDenominator(@Nullable Quantity given) {
        if (given == null || !given.dimension().equals(scheme.denominatorDimension()) || given.signum() <= 0) {
            String text = given == null ? "" : given.toString();
            String unit = scheme.denominatorDimension().coherentSymbol();
            switch (scheme.denominator()) {
                case VALUE_ADDED ->
                    refuse(
                            VALUE_ADDED,
                            new LocalText("工业增加值缺失或不为正", "value added is missing or not above zero"),
                            text,
                            "> 0 " + unit);
                case OUTPUT ->
                    refuse(
                            OUTPUT,
                            new LocalText("产量缺失、不为正或计量单位不符", "output is missing, not above zero or measured otherwise"),
                            text,
                            "> 0 " + unit);
                case ENERGY ->
                    refuse(
                            ENERGY,
                            new LocalText("综合能源消费量缺失或不为正", "energy consumption is missing or not above zero"),
                            text,
                            "> 0 " + unit);
            }
        }
    }

    private void checkPeers(GradingRequest request) {
        PeerSet peers = request.peers();
        if (peers == null || peers.rows().isEmpty() || peers.rows().size() < scheme.minimumPeers()) {
            refuse(
                    PEERS,
                    new LocalText("同行企业过少", "too few peers"),
                    peers == null ? "0" : Integer.toString(peers.rows().size()),
                    ">= " + scheme.minimumPeers());
            return;
        }
        if (!peers.measures(scheme.numerator().dimension(), scheme.denominatorDimension())) {
            refuse(
                    PEERS,
                    new LocalText("同行数据的计量与方案不同", "the peers' figures are not measured as the scheme counts"),
                    peers.rows().get(0).emission().unit() + "; "
                            + peers.rows().get(0).valueAdded().unit(),
                    scheme.numerator().dimension() + "; " + scheme.denominatorDimension());
        } else {
            checkReference(peers);
        }
        if (!industry(peers.industry()).equals(industry(request.industry()))) {
            refuse(
                    INDUSTRY,
                    new LocalText("同行行业与企业不同", "the peers are of another industry"),
                    peers.industry(),
                    industry(request.industry()));
        }
        if (request.inventory() instanceof Inventory inventory && inventory.year() != peers.year()) {
            refuse(
                    YEAR,
                    new LocalText("同行数据不是同一年度", "the peers' figures are of another year"),
                    Integer.toString(peers.year()),
                    Integer.toString(inventory.year()));
        }
        checkSelection(request, peers);
    }

    private void checkReference(PeerSet peers) {
        if (scheme.reference() instanceof Reference.WeightedMean) {
            if (peers.totalValueAdded().signum() <= 0 || peers.totalEmission().signum() <= 0) {
                refuse(
                        PEERS,
                        new LocalText("同行合计排放或增加值不为正", "emissions or value added of all peers are not above zero"),
                        peers.totalEmission() + "; " + peers.totalValueAdded(),
                        "> 0");
            }
            return;
        }
        List<Fraction> ranked = peers.risingIntensities();
        if (ranked.isEmpty() || ranked.size() < scheme.minimumPeers()) {
            refuse(
                    PEERS,
                    new LocalText("分母为正的同行企业过少", "too few peers whose denominator is above zero"),
                    Integer.toString(ranked.size()),
                    ">= " + scheme.minimumPeers());
        } else if (ReferenceValue.of(scheme, peers).numerator().signum() <= 0) {
            refuse(PEERS, new LocalText("同行参照值不为正", "the peers' reference is not above zero"), "0", "> 0");
        }
    }

    private void checkSelection(GradingRequest request, PeerSet peers) {
        PeerSelection.RegionLevel level = scheme.selection().region();
        String own = request.region() == null ? "" : request.region();
        String theirs = peers.region() == null ? "" : peers.region();
        boolean isWhole = own.length() >= level.digits() && theirs.length() >= level.digits();
        if (!isWhole || !level.part(own).equals(level.part(theirs))) {
            refuse(
                    REGION,
                    new LocalText("同行与企业不在同一地区（" + level.code() + "）", "the peers are not of the same " + level.code()),
                    theirs,
                    own.length() < level.digits() ? level.digits() + " digits" : level.part(own));
        }
        if (scheme.selection().isSameSize()
                && (request.size() == null || !request.size().equals(peers.size()))) {
            SizeClass size = request.size();
            SizeClass theirSize = peers.size();
            refuse(
                    SIZE,
                    new LocalText("同行与企业规模不同，或规模未知", "the peers are of another size, or a size is not known"),
                    theirSize == null ? "" : theirSize.code(),
                    size == null ? "large, medium, small, micro" : size.code());
        }
    }

    private String industry(String code) {
        return code.substring(0, Math.min(code.length(), scheme.industryDigits()));
    }

    private void refuse(NotGradable.Reason reason, LocalText what, String given, String allowed) {
        refusals.add(new Refusal(reason, what, given, allowed));
    }
}
