// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import static org.tanma.carbon.grading.NotGradable.Reason.INDUSTRY;
import static org.tanma.carbon.grading.NotGradable.Reason.INVENTORY;
import static org.tanma.carbon.grading.NotGradable.Reason.PEERS;
import static org.tanma.carbon.grading.NotGradable.Reason.VALUE_ADDED;
import static org.tanma.carbon.grading.NotGradable.Reason.YEAR;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.NotGradable.Refusal;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.quantity.Dimension;
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
        checkValueAdded(request.valueAdded());
        if (request.industry().length() < scheme.industryDigits()) {
            refuse(
                    INDUSTRY,
                    new LocalText("行业代码不够细", "the industry code is too short"),
                    request.industry(),
                    scheme.industryDigits() + " digits");
        }
        checkPeers(request);
        return refusals;
    }

    private void checkValueAdded(@Nullable Quantity valueAdded) {
        if (valueAdded == null || !valueAdded.dimension().equals(Dimension.MONEY) || valueAdded.signum() <= 0) {
            refuse(
                    VALUE_ADDED,
                    new LocalText("工业增加值缺失或不为正", "value added is missing or not above zero"),
                    valueAdded == null ? "" : valueAdded.toString(),
                    "> 0 CNY");
        }
    }

    private void checkPeers(GradingRequest request) {
        PeerSet peers = request.peers();
        if (peers == null || peers.rows().size() < scheme.minimumPeers()) {
            refuse(
                    PEERS,
                    new LocalText("同行企业过少", "too few peers"),
                    peers == null ? "0" : Integer.toString(peers.rows().size()),
                    ">= " + scheme.minimumPeers());
            return;
        }
        if (peers.totalValueAdded().signum() <= 0 || peers.totalEmission().signum() <= 0) {
            refuse(
                    PEERS,
                    new LocalText("同行合计排放或增加值不为正", "emissions or value added of all peers are not above zero"),
                    peers.totalEmission() + "; " + peers.totalValueAdded(),
                    "> 0");
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
    }

    private String industry(String code) {
        return code.substring(0, Math.min(code.length(), scheme.industryDigits()));
    }

    private void refuse(NotGradable.Reason reason, LocalText what, String given, String allowed) {
        refusals.add(new Refusal(reason, what, given, allowed));
    }
}
