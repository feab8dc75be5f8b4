// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.NODE_HANDLE;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;
import static org.tanma.resolver.admin.AdministrationRoom.STRANGER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.resolve.ResponsiblePrefixes;

/** What listing handles and homing prefixes promise. */
abstract class ListingContract extends AdministrationContract {
    @Test
    void list_pages_goThroughThePrefixInOrder() {
        for (String name : List.of("b", "a", "c")) {
            room.put(PREFIX + "/" + name, URL);
        }
        room.put(PREFIX + ".1/d", URL);

        ListOutcome first = administration.list(NODE, PREFIX, Optional.empty(), 2);
        List<HandleName> names = ((ListOutcome.Listed) first).names();

        assertThat(first)
                .isEqualTo(new ListOutcome.Listed(
                        List.of(HandleName.parse(PREFIX + "/a"), HandleName.parse(PREFIX + "/b")), false));
        assertThat(administration.list(NODE, PREFIX, Optional.of(names.get(1)), 2))
                .isEqualTo(new ListOutcome.Listed(List.of(HandleName.parse(PREFIX + "/c")), true));
    }

    @Test
    void list_needsThePermission() {
        refused(administration.list(Caller.PUBLIC, PREFIX, Optional.empty(), 9), ResponseCode.AUTHENTICATION_NEEDED);
        refused(administration.list(STRANGER, PREFIX, Optional.empty(), 9), ResponseCode.INVALID_ADMIN);
        refused(administration.list(NODE, "20.500.9", Optional.empty(), 9), ResponseCode.SERVER_NOT_RESPONSIBLE);
        refused(administration.list(NODE, "a/b", Optional.empty(), 9), ResponseCode.INVALID_HANDLE);
    }

    @Test
    void home_prefix_isAnsweredForUntilUnhomed() {
        HandleName theirs = HandleName.parse("20.777/x");
        assertThat(room.prefixes.covers(theirs)).isFalse();

        assertThat(administration.home(NODE, "20.777"))
                .isEqualTo(new AdminOutcome.Done(HandleName.parse("0.NA/20.777"), true));
        assertThat(administration.home(NODE, "20.777"))
                .isEqualTo(new AdminOutcome.Done(HandleName.parse("0.NA/20.777"), false));
        assertThat(room.prefixes.covers(theirs)).isTrue();
        assertThat(administration
                        .create(NODE, record(theirs, ADMIN), CreateOptions.NEW)
                        .responseCode())
                .isEqualTo(ResponseCode.SUCCESS);
        assertThat(administration.listHomed(NODE))
                .isEqualTo(new ListOutcome.Listed(
                        List.of(HandleName.parse(NODE_HANDLE), HandleName.parse("0.NA/20.777")), true));

        assertThat(administration.unhome(NODE, "20.777").responseCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(room.prefixes.covers(theirs)).isFalse();
        refused(administration.delete(NODE, theirs), ResponseCode.SERVER_NOT_RESPONSIBLE);
        refused(administration.unhome(NODE, "20.777"), ResponseCode.SERVER_NOT_RESPONSIBLE);
    }

    @Test
    void home_overTheSameRecordsLater_isStillHomed() {
        administration.home(NODE, "20.777");
        administration.home(NODE, "20.778");
        administration.unhome(NODE, "20.777");
        ResponsiblePrefixes again = ResponsiblePrefixes.of(PREFIX);

        HomedPrefixes.open(room.store, room.store, room.store, again);

        assertThat(again.prefixes()).containsExactly(PREFIX, "20.778");
    }

    @Test
    void home_byOthersOrOfWhatIsNone_isRefused() {
        refused(administration.home(Caller.PUBLIC, "20.777"), ResponseCode.AUTHENTICATION_NEEDED);
        refused(administration.home(STRANGER, "20.777"), ResponseCode.INVALID_ADMIN);
        refused(administration.unhome(STRANGER, "20.777"), ResponseCode.INVALID_ADMIN);
        refused(administration.listHomed(Caller.PUBLIC), ResponseCode.AUTHENTICATION_NEEDED);
        for (String none : List.of("", "0", "0.NA", "0.HOMED", "a/b", ".1", "1.", "a\u0001")) {
            refused(administration.home(NODE, none), ResponseCode.INVALID_HANDLE);
        }
        refused(administration.unhome(NODE, PREFIX), ResponseCode.NO_PERMISSION);
        refused(administration.unhome(NODE, PREFIX + ".7"), ResponseCode.NO_PERMISSION);
        assertThat(administration.home(NODE, PREFIX + ".7").responseCode()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(room.prefixes.prefixes()).containsExactly(PREFIX);
    }
}
