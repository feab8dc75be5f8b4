// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.testing.SqlEngines;

abstract class CodeIssuingContractTest {
    @TempDir
    Path keys;

    private SqlConfig database;
    private LabelRoom room;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        database = engine().freshConfig();
        room = new LabelRoom(engine().open(database), keys);
    }

    @Test
    void issue_gradedEvaluation_isValidSignedAndPublished() {
        CheckedCode.Verified code = room.verified(room.issue(Samples.graded("e1")));
        assertThat(code.state()).isEqualTo(CodeState.VALID);
        assertThat(code.content().version()).isEqualTo(1);
        assertThat(code.content().handle()).isEqualTo("88.118.1/C-" + code.token());
        assertThat(code.content().validUntil()).isEqualTo(Instant.parse("2027-06-30T16:00:00Z"));
        assertThat(code.content().result().emissions().total().value()).isEqualTo("1040000");
        assertThat(room.published).singleElement().satisfies(record -> {
            assertThat(record.handle()).isEqualTo(code.content().handle());
            assertThat(record.version()).isEqualTo(1);
            assertThat(record.items())
                    .containsEntry("status", "issued")
                    .containsEntry("efficiencyGrade", "3")
                    .containsEntry("relativeIntensity", "0.891")
                    .containsEntry("demonstration", "true")
                    .doesNotContainKeys("statusReason", "supersededBy");
        });
    }

    @Test
    void issue_again_givesTheSameCode() {
        CodeToken token = room.issue(Samples.graded("e1"));
        IssuedCode again = room.issuer.issue("e1", "2026-12-31", Samples.CLERK);
        assertThat(again.isNew()).isFalse();
        assertThat(again.code().token()).isEqualTo(token);
        assertThat(room.published).hasSize(1);
    }

    @Test
    void issue_atTheSameTime_givesEachEvaluationOneCodeAndEachVersionOnce() {
        room.evaluations.put("e1", Samples.graded("e1"));
        room.evaluations.put("e2", Samples.graded("e2"));
        List<CodeToken> tokens = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> room.issuer.issue(i % 2 == 0 ? "e1" : "e2", null, Samples.CLERK))
                .map(issued -> issued.code().token())
                .distinct()
                .toList();
        assertThat(tokens).hasSize(2);
        assertThat(tokens).extracting(t -> room.verified(t).content().version()).containsExactlyInAnyOrder(1, 2);
        assertThat(tokens)
                .extracting(t -> room.verified(t).state())
                .containsExactlyInAnyOrder(CodeState.VALID, CodeState.SUPERSEDED);
    }

    @Test
    void issue_newerEvaluation_supersedesTheCodeBefore() {
        CodeToken first = room.issue(Samples.graded("e1"));
        CodeToken second = room.issue(Samples.graded("e2"));
        assertThat(room.verified(first).state()).isEqualTo(CodeState.SUPERSEDED);
        assertThat(room.verified(first).standing().successor()).isEqualTo(second.text());
        assertThat(room.verified(second).content().version()).isEqualTo(2);
        assertThat(room.published).hasSize(3).last().satisfies(record -> {
            assertThat(record.handle()).isEqualTo("88.118.1/C-" + first);
            assertThat(record.version()).isEqualTo(2);
            assertThat(record.items())
                    .containsEntry("status", "superseded")
                    .containsEntry("supersededBy", "88.118.1/C-" + second);
        });
        assertThat(room.register.list(org.tanma.handle.model.HandleName.parse("88.118.1/enterprise")))
                .extracting(CheckedCode::token)
                .containsExactly(second, first);
    }

    @Test
    void issue_ungraded_saysEverythingThatStandsInTheWay() {
        room.evaluations.put("bad", Samples.ungraded("bad"));
        assertThatThrownBy(() -> room.issuer.issue("bad", null, Samples.CLERK))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem(Language.EN).status()).isEqualTo(422);
                    assertThat(e.problem(Language.EN).violations()).hasSize(2);
                });
    }

    @Test
    void issue_byAStranger_orOfNothing_orWithoutSense_isRefused() {
        room.evaluations.put("e1", Samples.graded("e1"));
        assertThatThrownBy(() -> room.issuer.issue("e1", null, Samples.STRANGER))
                .hasMessageContaining("88.118.1");
        assertThatThrownBy(() -> room.issuer.issue("none", null, Samples.CLERK)).hasMessageContaining("'none'");
        for (String day : List.of("2026-11-20", "2029-11-22", "tomorrow", "2026-02-30")) {
            assertThatThrownBy(() -> room.issuer.issue("e1", day, Samples.CLERK))
                    .hasMessageContaining(day);
        }
        assertThat(room.published).isEmpty();
    }

    @Test
    void state_afterItsLastDay_isExpired() {
        CodeToken token = room.issue(Samples.graded("e1"));
        room.pass(Duration.between(Samples.NOW, Instant.parse("2027-06-30T15:59:59Z")));
        assertThat(room.verified(token).state()).isEqualTo(CodeState.VALID);
        room.pass(Duration.ofSeconds(1));
        assertThat(room.verified(token).state()).isEqualTo(CodeState.EXPIRED);
    }

    @Test
    void revoke_showsTheReason_andIsForRegulatorsOnly() {
        CodeToken token = room.issue(Samples.graded("e1"));
        assertThatThrownBy(() -> room.revoker.revoke(token, "x", Samples.CLERK)).hasMessageContaining("clerk");
        assertThatThrownBy(() -> room.revoker.revoke(token, " ", Samples.REGULATOR))
                .hasMessageContaining("reason");
        room.revoker.revoke(token, "电表读数有误", Samples.REGULATOR);
        assertThat(room.verified(token).state()).isEqualTo(CodeState.REVOKED);
        assertThat(room.published)
                .last()
                .extracting(r -> r.items().get("statusReason"))
                .isEqualTo("电表读数有误");
        room.revoker.revoke(token, "电表读数有误", Samples.REGULATOR);
        assertThat(room.published).hasSize(2);
        assertThatThrownBy(() -> room.revoker.revoke(token, "another", Samples.REGULATOR))
                .hasMessageContaining("already");
    }

    @Test
    void find_rowChangedByOthers_isNeverValid() {
        CodeToken token = room.issue(Samples.graded("e1"));
        CodeToken other = room.issue(Samples.graded("e2"));
        room.revoker.revoke(other, "wrong meter", Samples.REGULATOR);
        var jdbi = engine().open(database).jdbi();
        List<String> changes = List.of(
                "content = replace(content, '\"efficiencyGrade\":3', '\"efficiencyGrade\":1')",
                "content_signature = (SELECT content_signature FROM code WHERE version = 1)",
                "content_digest = standing_digest",
                "standing = replace(standing, '\"revoked\"', '\"issued\"')",
                "standing = (SELECT standing FROM code WHERE version = 1), standing_digest ="
                        + " (SELECT standing_digest FROM code WHERE version = 1), standing_signature ="
                        + " (SELECT standing_signature FROM code WHERE version = 1)",
                "content_key = 'another'",
                "version = 3",
                "year = 2024",
                "enterprise = '88.118.2/ENTERPRISE'",
                "evaluation = 'e9'");
        for (String change : changes) {
            jdbi.useTransaction(h -> {
                h.execute("CREATE TABLE kept AS SELECT * FROM code");
                assertThat(h.execute("UPDATE code SET " + change + " WHERE token = ?", other.text()))
                        .isEqualTo(1);
            });
            assertThat(room.register.find(other).orElseThrow()).as(change).isInstanceOf(CheckedCode.Unverifiable.class);
            jdbi.useTransaction(h -> {
                h.execute("DELETE FROM code");
                h.execute("INSERT INTO code SELECT * FROM kept");
                h.execute("DROP TABLE kept");
            });
        }
        assertThat(room.verified(other).state()).isEqualTo(CodeState.REVOKED);
        assertThat(room.verified(token).state()).isEqualTo(CodeState.SUPERSEDED);
    }

    @Test
    void keys_gone_areNamedAfterARestart() {
        room.issue(Samples.graded("e1"));
        assertThat(LostKeys.of(room.store, room.signer).keyIds()).isEmpty();
        LabelRoom restarted = new LabelRoom(engine().open(database), keys.resolve("other"));
        LostKeys lost = LostKeys.of(restarted.store, restarted.signer);
        assertThat(lost.keyIds()).containsExactly(room.signer.keyId());
        assertThat(lost.sentence()).contains(room.signer.keyId(), "put back");
    }

    @Test
    void outbox_planeDown_keepsOrderAndPublishesLater_evenAfterARestart() {
        room.planeIsDown(true);
        CodeToken token = room.issue(Samples.graded("e1"));
        assertThat(room.verified(token).state()).isEqualTo(CodeState.UNPUBLISHED);
        room.revoker.revoke(token, "wrong meter", Samples.REGULATOR);
        room.pass(Duration.ofSeconds(2));
        assertThat(room.publisher.publishDue()).isZero();

        LabelRoom restarted = new LabelRoom(engine().open(database), keys);
        restarted.pass(Duration.ofSeconds(2));
        assertThat(restarted.publisher.publishDue()).isZero();
        restarted.pass(Duration.ofMinutes(2));
        assertThat(restarted.publisher.publishDue()).isEqualTo(2);
        assertThat(restarted.published).extracting(LabelRecord::version).containsExactly(1, 2);
        assertThat(restarted.publisher.publishDue()).isZero();
    }

    @Test
    void outbox_crashBetweenPublishingAndNotingIt_publishesTheSameAgain() {
        CodeToken token = room.issue(Samples.graded("e1"));
        engine().open(database).jdbi().useHandle(h -> h.execute("UPDATE outbox SET published_at = ''"));
        assertThat(room.verified(token).state()).isEqualTo(CodeState.UNPUBLISHED);
        LabelRoom restarted = new LabelRoom(engine().open(database), keys);
        assertThat(restarted.publisher.publishDue()).isEqualTo(1);
        assertThat(restarted.published).isEqualTo(room.published);
        assertThat(restarted.verified(token).state()).isEqualTo(CodeState.VALID);
    }

    @Test
    void outbox_oneHandleRefused_doesNotHoldUpTheOthers() {
        room.planeIsDown(true);
        CodeToken first = room.issue(Samples.graded("e1"));
        room.planeIsDown(false);
        CodeToken second = room.issue(Samples.graded("e2"));
        assertThat(room.verified(second).state()).isEqualTo(CodeState.VALID);
        assertThat(room.published)
                .extracting(LabelRecord::handle, LabelRecord::version)
                .containsExactly(
                        tuple("88.118.1/C-" + second, 1),
                        tuple("88.118.1/C-" + first, 1),
                        tuple("88.118.1/C-" + first, 2));
    }

    @Test
    void outbox_started_publishesByItself() throws InterruptedException {
        room.planeIsDown(true);
        room.issue(Samples.graded("e1"));
        room.pass(Duration.ofMinutes(2));
        CountDownLatch arrived = new CountDownLatch(1);
        try (var publisher = new OutboxPublisher(room.store, record -> arrived.countDown(), room.clock())) {
            publisher.start();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void find_unknownCode_isEmpty_andAClosedStoreIsNoValidCode() {
        assertThat(room.register.find(new CodeToken("00000000000000000000"))).isEmpty();
        var closing = engine().open(engine().freshConfig());
        CodeRegister register = new CodeRegister(new CodeStore(closing), room.signer, room.clock());
        closing.close();
        assertThat(register.find(new CodeToken("00000000000000000000")))
                .hasValue(new CheckedCode.Unverifiable(new CodeToken("00000000000000000000"), Doubt.STORE_UNAVAILABLE));
    }
}
