// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.group;
import static org.tanma.resolver.access.Administrators.value;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.type.PredefinedType;

class ParentKeysTest {
    private static final HandleName FAR = HandleName.parse("20.77/admin");
    private static final HandleValue KEY = value(300, "HS_PUBKEY", new byte[] {1}, ValuePermissions.PUBLIC);

    private final ResponsiblePrefixes own = ResponsiblePrefixes.of("20.500.12345");
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final List<HandleName> asked = new ArrayList<>();

    private KeySource answering(SiteShare share, HandleValue... values) {
        return ParentKeys.of(
                (name, count) -> {
                    asked.add(name);
                    return new ParentAnswer.Values(EncodedValues.encode(List.of(values)));
                },
                new HandlesHere(own, PrefixServices.reading(own, store), share));
    }

    @Test
    void publicKeyOfAnother_isFound() {
        KeySource keys = answering(SiteShare.whole(1), KEY);

        assertThat(keys.find(FAR, 300)).contains(KEY);
        assertThat(keys.find(FAR, 301)).isEmpty();
        assertThat(keys.findByType(FAR, PredefinedType.HS_PUBKEY)).containsExactly(KEY);
        assertThat(keys.findByType(FAR, PredefinedType.HS_ADMIN)).isEmpty();
    }

    @Test
    void whatIsNoPublicKey_isNotTaken() {
        KeySource keys = answering(
                SiteShare.whole(1),
                value(300, "HS_SECKEY", new byte[] {1}, ValuePermissions.PUBLIC),
                group(200, "300:20.77/admin"));

        assertThat(keys.find(FAR, 300)).isEmpty();
        assertThat(keys.find(FAR, 200)).isEmpty();
    }

    @Test
    void handleOfThisNode_isNeverAskedFor() {
        KeySource keys = answering(SiteShare.whole(1), KEY);

        for (String handle :
                List.of("20.500.12345/x", "20.500.12345.7/x", "0.NA/20.500.12345", "0.na/20.500.12345.7")) {
            assertThat(keys.find(HandleName.parse(handle), 300)).as(handle).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void handleOfAnotherServerOfTheSite_isAskedFor() {
        HandleName name = HandleName.parse("20.500.12345/x");
        int keeper = SiteRecord.HashOption.WHOLE_HANDLE.serverOf(name, 2);

        assertThat(answering(new SiteShare(SiteRecord.HashOption.WHOLE_HANDLE, 2, keeper, 1), KEY)
                        .find(name, 300))
                .isEmpty();
        assertThat(answering(new SiteShare(SiteRecord.HashOption.WHOLE_HANDLE, 2, 1 - keeper, 1), KEY)
                        .find(name, 300))
                .contains(KEY);
    }

    @Test
    void parentWithoutAnAnswer_hasNoKey() {
        for (ParentAnswer answer : List.of(
                new ParentAnswer.Absent(),
                new ParentAnswer.Unavailable("silent"),
                new ParentAnswer.Refused(ResponseCode.SERVER_BUSY, "busy"))) {
            KeySource keys = ParentKeys.of((name, count) -> answer, HandlesHere.of(own, store));

            assertThat(keys.find(FAR, 300)).isEmpty();
        }
    }
}
