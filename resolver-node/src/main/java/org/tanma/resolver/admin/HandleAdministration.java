// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.access.Caller;

/**
 * Creates, changes, deletes and lists handles, and homes prefixes, for callers that may.
 *
 * <p>Contract: an operation is done whole and is on disk when {@code Done} is returned, else nothing has changed.
 * Operations on one handle take effect one after the other. The node sets the timestamps of what changes. Blocks on the
 * store: never called on an event loop. Safe between threads.
 *
 * <p>Refusals every operation may give: {@code SERVER_NOT_RESPONSIBLE} for a handle under a prefix that is not homed here
 * or lies with another service, and for one that another server of the site keeps; {@code AUTHENTICATION_NEEDED} when the
 * caller is the public and would have to be somebody; {@code INVALID_ADMIN} when the caller is no administrator of what is
 * changed; {@code NO_PERMISSION} when they are, without the permission needed; {@code SERVER_BUSY} when others kept changing
 * the handle. Errors: {@link org.tanma.resolver.store.StoreException} when the store fails, where nothing was acknowledged.
 */
public interface HandleAdministration {
    /** Also refuses with HANDLE_EXISTS, INVALID_HANDLE and INVALID_VALUE. */
    AdminOutcome create(Caller caller, HandleRecord record, CreateOptions options);

    /** Also refuses with HANDLE_NOT_FOUND. */
    AdminOutcome delete(Caller caller, HandleName name);

    /**
     * Adds values; also refuses with HANDLE_NOT_FOUND, INVALID_VALUE and VALUE_EXISTS, naming the indexes.
     *
     * @param isOverwriting values at these indexes are replaced instead, if the caller may
     */
    AdminOutcome addValues(Caller caller, HandleName name, List<HandleValue> values, boolean isOverwriting);

    /** Removes the values at these indexes; also refuses with HANDLE_NOT_FOUND, and VALUES_NOT_FOUND when none is there. */
    AdminOutcome removeValues(Caller caller, HandleName name, List<Integer> indexes);

    /** Replaces values by index; also refuses with HANDLE_NOT_FOUND, INVALID_VALUE and VALUES_NOT_FOUND. */
    AdminOutcome modifyValues(Caller caller, HandleName name, List<HandleValue> values);

    /**
     * One page of the handles directly under a prefix: those of this server's share.
     *
     * @param prefix such as {@code 88.118.1}
     * @param after the last name of the page before
     * @param limit 1 to {@value org.tanma.resolver.store.ScanRange#MAX_LIMIT}
     */
    ListOutcome list(Caller caller, String prefix, Optional<HandleName> after, int limit);

    /** Makes this node answer for a prefix and those derived from it, from now on and after a restart. */
    AdminOutcome home(Caller caller, String prefix);

    /** Ends that; records stay stored and are no longer answered. Refused for the node's own prefix. */
    AdminOutcome unhome(Caller caller, String prefix);

    /** The prefix handles {@code 0.NA/…} of all prefixes homed here, the node's own first. */
    ListOutcome listHomed(Caller caller);

    /** Does nothing for anybody: every operation is refused with NOT_SUPPORTED. */
    static HandleAdministration none() {
        return NoAdministration.INSTANCE;
    }
}
