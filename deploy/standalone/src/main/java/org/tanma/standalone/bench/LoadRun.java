// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a plan: makes all connections, asks for warm-up and measured time, and adds up what the event loops counted. */
final class LoadRun {
    private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private LoadRun() {}

    /**
     * Blocks for as long as the plan says, and for its timeout at most after that.
     *
     * @throws ServerUnreachableException when a connection cannot be made at the beginning
     */
    static LoadResult run(String target, LoadPlan plan, AnswerCheck check) throws InterruptedException {
        return run(target, plan, Workload.resolutions(plan, check));
    }

    /** The same with other questions than the plan's. */
    static LoadResult run(String target, LoadPlan plan, Workload work) throws InterruptedException {
        int threads = Math.min(plan.threads(), plan.connections());
        EventLoopGroup loops = LoopKind.best().group(threads);
        List<Lane> lanes = List.of();
        try {
            lanes = lanes(plan, work, loops, threads);
            if (!plan.isOnePerConnection()) {
                connect(plan, lanes);
            }
            long start = System.nanoTime() + HEAD_START_NANOS;
            List<Future<Tally>> counted = new ArrayList<>();
            for (Lane lane : lanes) {
                counted.add(lane.run(start));
            }
            Tally sum = new Tally();
            for (Future<Tally> tally : counted) {
                sum.add(tally.sync().getNow());
            }
            return LoadResult.of(target, plan, sum);
        } finally {
            for (Lane lane : lanes) {
                lane.loop().submit(lane::dispose).awaitUninterruptibly();
            }
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static List<Lane> lanes(LoadPlan plan, Workload work, EventLoopGroup loops, int threads) {
        List<Lane> lanes = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int connections = plan.connections() / threads + (thread < plan.connections() % threads ? 1 : 0);
            double share = plan.rate() * connections / plan.connections();
            Lane lane = new Lane(plan, loops.next(), work.numbers(thread), work, share);
            for (int i = 0; i < connections; i++) {
                lane.add(
                        plan.transport() == Transport.UDP
                                ? new DatagramConnection(lane, work.questions())
                                : new StreamConnection(lane, work.questions()));
            }
            lanes.add(lane);
        }
        return lanes;
    }

    private static void connect(LoadPlan plan, List<Lane> lanes) throws InterruptedException {
        List<ChannelFuture> connected = new ArrayList<>();
        for (Lane lane : lanes) {
            for (LoadConnection connection : lane.connections()) {
                connected.add(lane.loop().submit(connection::connect).sync().getNow());
            }
        }
        for (ChannelFuture future : connected) {
            if (!future.await().isSuccess()) {
                throw new ServerUnreachableException(plan.target(), future.cause());
            }
        }
    }
}
