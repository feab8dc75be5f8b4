// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.StoredRecord;

/** What holds when many write at once. */
abstract class RacingContract extends AdministrationContract {
    private static final int WRITERS = 64;

    private <T> List<T> atOnce(IntFunction<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<T>> running = IntStream.range(0, WRITERS)
                    .mapToObj(i -> threads.submit(() -> task.apply(i)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void addValues_byManyAtOnce_losesNone() throws Exception {
        room.put(KILN.toString(), ADMIN);

        List<AdminOutcome> outcomes = atOnce(i ->
                administration.addValues(NODE, KILN, List.of(HandleValue.text(1_000 + i, "X", "x" + i, 0)), false));

        assertThat(outcomes).containsOnly(new AdminOutcome.Done(KILN, false));
        assertThat(room.get(KILN).values()).hasSize(1 + WRITERS);
        assertThat(room.store.find(KILN).map(StoredRecord::version)).contains(1L + WRITERS);
    }

    @Test
    void addValues_ofTheSameIndexByMany_isDoneOnce() throws Exception {
        room.put(KILN.toString(), ADMIN);

        List<ResponseCode> codes = atOnce(i -> administration
                .addValues(NODE, KILN, List.of(HandleValue.text(1, "X", "x" + i, 0)), false)
                .responseCode());

        assertThat(codes).filteredOn(ResponseCode.SUCCESS::equals).hasSize(1);
        assertThat(codes).filteredOn(ResponseCode.VALUE_EXISTS::equals).hasSize(WRITERS - 1);
    }

    @Test
    void create_ofTheSameHandleByMany_isDoneOnce() throws Exception {
        List<ResponseCode> codes = atOnce(i -> administration
                .create(NODE, record(KILN, ADMIN, HandleValue.text(1, "X", "x" + i, 0)), CreateOptions.NEW)
                .responseCode());

        assertThat(codes).filteredOn(ResponseCode.SUCCESS::equals).hasSize(1);
        assertThat(codes).filteredOn(ResponseCode.HANDLE_EXISTS::equals).hasSize(WRITERS - 1);
    }

    @Test
    void create_overwritingByMany_isDoneByAll() throws Exception {
        List<ResponseCode> codes = atOnce(i -> administration
                .create(NODE, record(KILN, ADMIN, HandleValue.text(1, "X", "x" + i, 0)), CreateOptions.OVERWRITE)
                .responseCode());

        assertThat(codes).containsOnly(ResponseCode.SUCCESS);
        assertThat(room.get(KILN).values()).hasSize(2);
    }
}
