// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.csv.CsvTable;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.source.SourceFormat;
import org.tanma.resolver.store.ScanRange;

class RegistrationJobsTest {
    private static final int ROWS = Integer.getInteger("tanma.job.rows", 20_000);
    private static final int FAULTS = Integer.getInteger("tanma.job.faults", 200);
    private static final RegistrationOptions DRY = new RegistrationOptions(false, true, false);
    private static final RegistrationOptions ATOMIC = new RegistrationOptions(true, false, false);

    @TempDir
    Path folder;

    private RegistrarRoom room;
    private RegistrationJobs jobs;

    @BeforeEach
    void open() {
        room = new RegistrarRoom(folder);
        jobs = jobs();
        jobs.start();
    }

    private RegistrationJobs jobs() {
        return new RegistrationJobs(
                JobsConfig.in(folder.resolve("jobs")),
                room.database.jdbi(),
                room.catalog,
                room.registrations,
                new AuditLog(room.database.jdbi(), room.clock),
                room.clock,
                2);
    }

    @AfterEach
    void close() {
        jobs.close();
        room.close();
    }

    private RegistrationJob submit(Path file, SourceFormat format, RegistrationOptions options, String mint, String key)
            throws IOException {
        Path arrived = jobs.arriving();
        Files.copy(file, arrived);
        JobOrder order = new JobOrder(
                CEMENT,
                room.catalog.get("device"),
                format,
                options,
                Optional.of(mint).filter(m -> !m.isEmpty()).map(MintRule::parse),
                key);
        return jobs.submit(order, arrived, "sha256:" + java.util.Arrays.hashCode(Files.readAllBytes(file)));
    }

    private RegistrationJob done(RegistrationJob job) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .until(() -> jobs.find(job.id()).orElseThrow(), j -> j.state().isEnded());
    }

    private RegistrationJob register(Path file, SourceFormat format, RegistrationOptions options, String mint)
            throws IOException {
        return done(submit(file, format, options, mint, ""));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> handles() {
        return room.store.scan(ScanRange.in("88.118.1", 1_000)).stream()
                .map(s -> s.name().toString())
                .toList();
    }

    @Test
    void manyRows_seededFaults_exactlyThoseReported_restRegistered() throws IOException {
        DeviceFile file = DeviceFile.write(folder.resolve("devices.csv"), ROWS, FAULTS, 42);
        RegistrationJob job = register(file.path(), SourceFormat.CSV, RegistrationOptions.DEFAULT, "");
        assertThat(job.state()).as(job.problem().en()).isEqualTo(JobState.DONE);
        assertThat(job.read()).isEqualTo(ROWS);
        assertThat(job.refused()).isEqualTo(FAULTS);
        assertThat(job.registered()).isEqualTo(ROWS - FAULTS);
        CsvTable errors = CsvTable.read(
                Files.readAllBytes(jobs.errors(job, Locale.ENGLISH).orElseThrow()));
        assertThat(errors.columns())
                .endsWith("result", "registered handle", "problems")
                .startsWith("handle", "deviceName");
        Set<String> reported = errors.rows().stream()
                .map(r -> r.cells().getOrDefault("handle", ""))
                .collect(Collectors.toSet());
        Set<String> seeded = file.faults().stream()
                .map(line -> "88.118.1/MILL-" + (line - 2))
                .collect(Collectors.toSet());
        assertThat(reported).isEqualTo(seeded);
        assertThat(errors.rows())
                .allMatch(r -> !r.cells().getOrDefault("problems", "").isEmpty());
        for (int row = 0; row < ROWS; row++) {
            String handle = "88.118.1/MILL-" + row;
            assertThat(room.has(handle)).as(handle).isEqualTo(!seeded.contains(handle));
        }
        RegistrationJob again = register(file.path(), SourceFormat.CSV, RegistrationOptions.DEFAULT, "");
        assertThat(again.unchanged()).isEqualTo(ROWS - FAULTS);
        assertThat(again.registered()).isZero();
    }

    @Test
    void record_hasItsHistory() throws IOException {
        register(
                DeviceFile.write(folder.resolve("a.csv"), 5, 1, 1).path(),
                SourceFormat.CSV,
                RegistrationOptions.DEFAULT,
                "");
        HandleName handle = HandleName.parse(
                handles().stream().filter(h -> h.contains("MILL")).findFirst().orElseThrow());
        assertThat(room.log.find(handle)).singleElement().satisfies(logged -> {
            assertThat(logged.account()).isEqualTo("cement");
            assertThat(logged.entry().action()).isEqualTo("create");
            assertThat(logged.isApplied()).isTrue();
        });
    }

    @Test
    void dryRun_writesNothing_andTellsOfDoubledHandles() throws IOException {
        Path file = file(
                "doubled.csv",
                "handle,deviceName,deviceKind,enterprise\n" + "88.118.1/A,a,pump,88.118.1/ENTERPRISE\n".repeat(2)
                        + "88.118.1/B,b,pump,88.118.1/ENTERPRISE\n" + "88.118.1/a,c,pump,88.118.1/ENTERPRISE\n");
        RegistrationJob job = register(file, SourceFormat.CSV, DRY, "");
        assertThat(List.of(job.registered(), job.unchanged(), job.refused())).containsExactly(2L, 1L, 1L);
        assertThat(room.has("88.118.1/A")).isFalse();
    }

    @Test
    void atomic_oneBadRow_writesNothing_elseAll() throws IOException {
        DeviceFile bad = DeviceFile.write(folder.resolve("bad.csv"), 3_000, 1, 7);
        RegistrationJob refused = register(bad.path(), SourceFormat.CSV, ATOMIC, "");
        assertThat(refused.pass()).isEqualTo(1);
        assertThat(refused.refused()).isEqualTo(1);
        assertThat(handles()).noneMatch(h -> h.contains("MILL"));
        DeviceFile good = DeviceFile.write(folder.resolve("good.csv"), 3_000, 0, 7);
        RegistrationJob written = register(good.path(), SourceFormat.CSV, ATOMIC, "");
        assertThat(written.pass()).isEqualTo(2);
        assertThat(written.registered()).isEqualTo(3_000);
    }

    @Test
    void jsonLines_mintedInTheirOrder_withoutGapsForRefusedRows() throws IOException {
        Path file = file("devices.jsonl", """
                {"deviceName":"a","deviceKind":"pump","enterprise":"88.118.1/ENTERPRISE"}
                not json
                {"items":{"deviceName":"b","deviceKind":"pomp","enterprise":"88.118.1/ENTERPRISE"}}

                {"items":{"deviceName":"c","deviceKind":"pump","ratedPowerKw":630.50,"enterprise":"88.118.1/ENTERPRISE"}}
                """);
        RegistrationJob job = register(file, SourceFormat.JSONL, RegistrationOptions.DEFAULT, "sequence:3:PUMP-");
        assertThat(job.registered()).isEqualTo(2);
        assertThat(room.has("88.118.1/PUMP-001")).isTrue();
        assertThat(room.has("88.118.1/PUMP-002")).isTrue();
        List<String> errors =
                Files.readAllLines(jobs.errors(job, Locale.ENGLISH).orElseThrow());
        assertThat(errors).hasSize(2);
        assertThat(errors.get(0)).contains("\"row\":\"not json\"").contains("cannot be read as JSON");
        assertThat(errors.get(1)).contains("\"result\":\"rejected\"").contains("pomp");
        register(
                file("mended.jsonl", errors.get(1).replace("pomp", "pump")),
                SourceFormat.JSONL,
                RegistrationOptions.DEFAULT,
                "sequence:3:PUMP-");
        assertThat(room.has("88.118.1/PUMP-003")).isTrue();
    }

    @Test
    void json_recordsReadOneByOne() throws IOException {
        Path file = file(
                "request.json",
                "{\"template\":\"device\",\"records\":[{\"handle\":\"88.118.1/K\",\"items\":{\"deviceName\":\"a\","
                        + "\"deviceKind\":\"pump\",\"enterprise\":\"88.118.1/ENTERPRISE\"}}]}");
        assertThat(register(file, SourceFormat.JSON, RegistrationOptions.DEFAULT, "")
                        .registered())
                .isEqualTo(1);
        assertThat(room.has("88.118.1/K")).isTrue();
        RegistrationJob broken = register(
                file("broken.json", "{\"template\":\"device\",\"records\":[{}"),
                SourceFormat.JSON,
                RegistrationOptions.DEFAULT,
                "");
        assertThat(broken.state()).isEqualTo(JobState.FAILED);
        assertThat(broken.problem().en()).contains("cannot be read as JSON");
    }

    @Test
    void key_sameRequest_isTheSameJob_otherIsRefused() throws IOException {
        Path file = DeviceFile.write(folder.resolve("a.csv"), 3, 0, 1).path();
        RegistrationJob first = submit(file, SourceFormat.CSV, RegistrationOptions.DEFAULT, "", "k1");
        assertThat(submit(file, SourceFormat.CSV, RegistrationOptions.DEFAULT, "", "k1")
                        .id())
                .isEqualTo(first.id());
        assertThatThrownBy(() -> submit(file, SourceFormat.CSV, DRY, "", "k1"))
                .isInstanceOf(JobConflictException.class);
        Path other = DeviceFile.write(folder.resolve("b.csv"), 4, 0, 1).path();
        assertThatThrownBy(() -> submit(other, SourceFormat.CSV, RegistrationOptions.DEFAULT, "", "k1"))
                .isInstanceOf(JobConflictException.class);
        done(first);
    }

    @Test
    void cancelled_whatIsDoneStays() throws IOException {
        RegistrationJob job = submit(
                DeviceFile.write(folder.resolve("long.csv"), 60_000, 0, 1).path(),
                SourceFormat.CSV,
                RegistrationOptions.DEFAULT,
                "",
                "");
        Awaitility.await().until(() -> jobs.find(job.id()).orElseThrow().registered() > 0);
        room.clock.advanceSeconds(1);
        RegistrationJob second = submit(
                DeviceFile.write(folder.resolve("next.csv"), 3, 0, 1).path(),
                SourceFormat.CSV,
                RegistrationOptions.DEFAULT,
                "",
                "");
        assertThat(jobs.waitingBefore(second)).isEqualTo(1);
        jobs.cancel(job.id(), "cement");
        RegistrationJob cancelled = done(job);
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.registered()).isPositive().isLessThan(60_000);
        assertThat(done(second).unchanged()).isEqualTo(3);
    }

    @Test
    void unknownColumn_failsTheJob_namingIt() throws IOException {
        RegistrationJob job = register(
                file("odd.csv", "deviceName,colour\na,red\n"), SourceFormat.CSV, RegistrationOptions.DEFAULT, "");
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.problem().en()).contains("colour");
    }

    @Test
    void nodeStopsAndStarts_jobGoesOn_sameHandles_nothingTwice() throws IOException {
        StringBuilder text = new StringBuilder("deviceName,deviceKind,enterprise\n");
        for (int i = 0; i < 30_000; i++) {
            text.append("d")
                    .append(i)
                    .append(i % 1_000 == 5 ? ",nothing," : ",pump,")
                    .append("88.118.1/ENTERPRISE\n");
        }
        RegistrationJob job = submit(
                file("unnamed.csv", text.toString()), SourceFormat.CSV, RegistrationOptions.DEFAULT, "sequence:5", "");
        int stops = 0;
        while (!jobs.find(job.id()).orElseThrow().state().isEnded() && stops < 5) {
            long before = jobs.find(job.id()).orElseThrow().read();
            Awaitility.await().until(() -> {
                RegistrationJob now = jobs.find(job.id()).orElseThrow();
                return now.read() > before || now.state().isEnded();
            });
            jobs.close();
            stops++;
            jobs = jobs();
            jobs.start();
        }
        RegistrationJob end = done(job);
        assertThat(end.registered()).isEqualTo(29_970);
        assertThat(end.refused()).isEqualTo(30);
        assertThat(end.unchanged()).isZero();
        assertThat(room.has("88.118.1/29970")).isTrue();
        assertThat(room.has("88.118.1/29971")).isFalse();
        assertThat(Files.readAllLines(jobs.errors(end, Locale.ENGLISH).orElseThrow()))
                .hasSize(31);
    }
}
