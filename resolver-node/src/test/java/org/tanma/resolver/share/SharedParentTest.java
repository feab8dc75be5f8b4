// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;
import org.tanma.resolver.store.ChangeFeed.Subscription;
import org.tanma.resolver.store.EncodedValues;

class SharedParentTest {
    private static final HandleName FAR = HandleName.parse("20.77/x");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-01-01T00:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final Kept kept = new Kept();
    private ParentAnswer answer = new ParentAnswer.Absent();
    private final SharedParent parent = new SharedParent(
            (name, count) -> {
                asked.incrementAndGet();
                return answer;
            },
            kept,
            RecursionConfig.DEFAULT,
            now::get);

    private static ParentAnswer values(Ttl... ttls) {
        List<HandleValue> values = new ArrayList<>();
        for (Ttl ttl : ttls) {
            values.add(new HandleValue(
                    values.size() + 1, "URL", new byte[] {'u'}, ttl, ValuePermissions.PUBLIC, 0, List.of()));
        }
        return new ParentAnswer.Values(EncodedValues.encode(values));
    }

    @Test
    void values_areAskedForOnce_andHandedOutWithWhatIsLeftOfTheirTtl() {
        Ttl absolute = new Ttl(true, 1_900_000_000L);
        answer = values(Ttl.ofSeconds(100), absolute);

        assertThat(parent.find(FAR, 1)).isEqualTo(answer);
        now.updateAndGet(time -> time.plusMillis(29_500));

        assertThat(parent.find(FAR, 1)).isEqualTo(values(Ttl.ofSeconds(70), absolute));
        assertThat(asked).hasValue(1);
        assertThat(kept.ttl).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void values_whoseTtlIsOver_areAskedForAgain() {
        answer = values(Ttl.ofSeconds(100));
        parent.find(FAR, 1);

        now.updateAndGet(time -> time.plusSeconds(100));

        assertThat(parent.find(FAR, 1)).isEqualTo(answer);
        assertThat(asked).hasValue(2);
    }

    @Test
    void absence_isShared_refusalsAndSilenceAreNot() {
        parent.find(FAR, 1);
        assertThat(parent.find(FAR, 1)).isInstanceOf(ParentAnswer.Absent.class);
        assertThat(asked).hasValue(1);
        kept.octets = Optional.empty();

        for (ParentAnswer other : List.of(
                new ParentAnswer.Unavailable("silent"),
                new ParentAnswer.Refused(ResponseCode.SERVICE_REFERRAL, "there"))) {
            answer = other;
            assertThat(parent.find(FAR, 1)).isEqualTo(other);
            assertThat(kept.octets).isEmpty();
        }
    }

    @Test
    void octetsThatAreNoAnswer_areAskedForAgain() {
        answer = values(Ttl.ofSeconds(100));
        for (byte[] octets : List.of(new byte[0], new byte[11], new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 1})) {
            kept.octets = Optional.of(octets);
            assertThat(parent.find(FAR, 1)).isEqualTo(answer);
        }
    }

    /** One thing kept, in memory. */
    private static final class Kept implements SharedAnswers {
        private Optional<byte[]> octets = Optional.empty();
        private Duration ttl = Duration.ZERO;

        @Override
        public Lookup find(HandleName handle, byte[] question) {
            return new Lookup(handle, question, "", octets);
        }

        @Override
        public void keep(Lookup lookup, byte[] answer, Duration longest) {
            octets = Optional.of(answer);
            ttl = longest;
        }

        @Override
        public void changed(List<HandleName> names) {
            octets = Optional.empty();
        }

        @Override
        public void everythingChanged() {
            octets = Optional.empty();
        }

        @Override
        public Subscription subscribe(ChangeListener listener) {
            return () -> {};
        }

        @Override
        public boolean isLinked() {
            return true;
        }

        @Override
        public void close() {}
    }
}
