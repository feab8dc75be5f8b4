// SPDX-License-Identifier: Apache-2.0
/**
 * The load driver: {@code tanma bench} asks any Handle server over UDP, TCP or HTTP and says how many answers a second came
 * and how late; a bare echo in a process of its own shows what the machine allows. Entry types: {@link
 * org.tanma.standalone.bench.BenchCommands}, {@link org.tanma.standalone.bench.BenchRecords}. Package app may depend on it;
 * it depends on handle-core, the record
 * store, Netty, HdrHistogram, commons-rng and picocli.
 *
 * <p>Every connection belongs to one event loop, and so do its counts and its latencies: nothing is shared while a run lasts.
 */
@NullMarked
package org.tanma.standalone.bench;

import org.jspecify.annotations.NullMarked;
