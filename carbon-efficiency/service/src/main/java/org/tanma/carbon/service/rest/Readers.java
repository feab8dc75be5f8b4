// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.tanma.kit.rest.Caller;

/** Judges who may read of an enterprise, for the packages below this one. */
public final class Readers {
    private Readers() {}

    /** The part of an enterprise's handle before its solidus, or a problem. */
    public static String prefix(String enterprise) {
        return Requests.prefix(enterprise);
    }

    /** Refuses with 403 whoever is not the enterprise, its verifier, a regulator or the operator. */
    public static void requireReader(Caller caller, String enterprise) {
        Requests.requireReader(caller, enterprise);
    }
}
