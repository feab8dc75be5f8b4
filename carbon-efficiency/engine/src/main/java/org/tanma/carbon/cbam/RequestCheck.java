// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tanma.carbon.cbam.certificate.ImportCase;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.text.LocalText;

/** Checks what a request says of its own ids and period, before anything is computed. */
final class RequestCheck {
    /** The Commission's template has ten; one linear system of a hundred is still solved at once. */
    private static final int MAX_PROCESSES = 100;

    private final CbamRequest request;
    private final List<Missing> missing;

    RequestCheck(CbamRequest request, List<Missing> missing) {
        this.request = request;
        this.missing = missing;
    }

    void check() {
        unique("installation/sources", request.sources().stream().map(EmissionSource::source));
        unique(
                "installation/processes",
                Stream.of(
                                request.processes().stream().map(ProductionProcess::id),
                                request.heatUnits().stream().map(HeatUnit::id),
                                request.purchased().stream().map(PurchasedPrecursor::id),
                                Stream.of(Attribution.OTHER))
                        .flatMap(ids -> ids));
        unique("imports", request.imports().stream().map(ImportCase::id));
        if (request.processes().isEmpty() && request.imports().isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.TERM,
                    "installation/processes",
                    new LocalText("没有生产过程", "no production process"),
                    "",
                    "",
                    new LocalText("至少填报一个生产过程，或列出 imports", "give at least one process, or imports")));
        }
        if (request.processes().size() > MAX_PROCESSES) {
            missing.add(new Missing(
                    Missing.Reason.RANGE,
                    "installation/processes",
                    new LocalText("生产过程过多", "too many processes"),
                    String.valueOf(request.processes().size()),
                    "<= " + MAX_PROCESSES,
                    new LocalText("分成几个设施填报", "split the installation")));
        }
        checkPrecursors();
    }

    private void checkPrecursors() {
        Set<String> known = new TreeSet<>();
        request.processes().forEach(process -> known.add(process.id()));
        request.purchased().forEach(precursor -> known.add(precursor.id()));
        for (ProductionProcess process : request.processes()) {
            process.precursors().stream()
                    .filter(use -> !known.contains(use.of()))
                    .forEach(use -> missing.add(new Missing(
                            Missing.Reason.TERM,
                            "installation/processes/" + process.id() + "/precursors",
                            new LocalText("所引用的前体不存在", "nothing in the file has this id"),
                            use.of(),
                            String.join(", ", known),
                            new LocalText("使用生产过程或外购前体的名称", "use the id of a process or a purchased precursor"))));
        }
    }

    private void unique(String path, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.filter(id -> !seen.add(id))
                .forEach(id -> missing.add(new Missing(
                        Missing.Reason.DUPLICATE,
                        path + "/" + id,
                        new LocalText("名称重复", "the id is used twice"),
                        id,
                        "",
                        new LocalText("各取不同的名称；other 为保留名称", "give each its own; other is reserved"))));
    }
}
