// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;

/** The bare echo and a node, asked in turn by the same code with the same plan. */
final class Comparison {
    private static final String FLOOR = "floor";

    private Comparison() {}

    /** What a table calls the server of this plan. */
    static String name(LoadPlan plan) {
        return plan.target().getHostString() + ":" + plan.target().getPort();
    }

    /** Floor, node, floor, node…, so many rounds; an exit code. */
    static int run(LoadPlan plan, FloorOptions options, int rounds, Report report)
            throws IOException, InterruptedException {
        SampleAnswer sample = SampleAnswer.asked(plan);
        double floorSum = 0;
        double nodeSum = 0;
        try (FloorProcess floor = options.start(sample)) {
            LoadPlan floorPlan = plan.on(floor.address());
            for (int round = 0; round < rounds; round++) {
                LoadResult bare = LoadRun.run(FLOOR, floorPlan, AnswerCheck.fixed(sample.handle()));
                report.result(bare);
                LoadResult node = LoadRun.run(name(plan), plan, AnswerCheck.asked());
                report.result(node);
                floorSum += bare.ratePerSecond();
                nodeSum += node.ratePerSecond();
            }
        }
        report.ratio(plan, name(plan), nodeSum / rounds, floorSum / rounds);
        return nodeSum == 0 ? BenchCommand.REFUSED : BenchCommand.DONE;
    }

    /** The bare echo alone, answering as a node would for one record of the benchmark. */
    static LoadResult runFloor(LoadPlan plan, FloorOptions options) throws IOException, InterruptedException {
        BenchRecords records = new BenchRecords(BenchRecords.PREFIX);
        long number = plan.records() / 2;
        SampleAnswer sample = SampleAnswer.made(
                plan.transport(),
                records.named(
                        org.tanma.handle.model.HandleName.parse(plan.pattern().name(number)), number));
        try (FloorProcess floor = options.start(sample)) {
            return LoadRun.run(FLOOR, plan.on(floor.address()), AnswerCheck.fixed(sample.handle()));
        }
    }
}
