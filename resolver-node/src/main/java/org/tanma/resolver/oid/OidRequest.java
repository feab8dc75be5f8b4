// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

/**
 * What an account asks to be allotted; texts are empty where nothing was said.
 *
 * @param isForEnterprise a sub-arc for the enterprise itself, instead of a node for a record
 * @param prefix the enterprise; else that of the handle, or the only one of the account
 * @param handle whose record is to carry the node; a record is made when none is named
 * @param parent the node to allot below; else the enterprise's sub-arc
 * @param arc the number wished; else the next free one
 * @param label a Unicode label beside the number
 * @param key a request with the same key is answered with the same node
 */
public record OidRequest(
        boolean isForEnterprise, String prefix, String handle, String parent, String arc, String label, String key) {
    /** For the record of a handle, the rest as is usual. */
    public static OidRequest ofHandle(String handle) {
        return new OidRequest(false, "", handle, "", "", "", "");
    }

    /** For an enterprise. */
    public static OidRequest ofEnterprise(String prefix) {
        return new OidRequest(true, prefix, "", "", "", "", "");
    }

    public OidRequest withLabel(String other) {
        return new OidRequest(isForEnterprise, prefix, handle, parent, arc, other, key);
    }

    public OidRequest withArc(String other) {
        return new OidRequest(isForEnterprise, prefix, handle, parent, other, label, key);
    }

    public OidRequest withParent(String other) {
        return new OidRequest(isForEnterprise, prefix, handle, other, arc, label, key);
    }

    public OidRequest withKey(String other) {
        return new OidRequest(isForEnterprise, prefix, handle, parent, arc, label, other);
    }
}
