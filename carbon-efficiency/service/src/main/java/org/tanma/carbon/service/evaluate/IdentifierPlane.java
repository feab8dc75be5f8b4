// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.Optional;

/**
 * What this service asks of the identifier plane.
 *
 * <p>Contract: answers from the newest registered record; may be called from several threads; an unreachable plane throws and
 * never answers empty.
 */
public interface IdentifierPlane {
    /** The registered enterprise under this handle; empty when there is none or the handle names something else. */
    Optional<EnterpriseProfile> findEnterprise(String handle);

    /** The registered device or terminal under this handle; empty when there is none or the handle names something else. */
    Optional<DeviceProfile> findDevice(String handle);

    /** True when a record is registered under this handle. */
    boolean exists(String handle);
}
