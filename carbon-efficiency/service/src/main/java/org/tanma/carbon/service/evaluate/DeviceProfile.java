// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

/**
 * What this service needs to know of a device or terminal.
 *
 * @param handle for instance {@code 88.118.1/GW-1}
 * @param enterprise handle of the enterprise whose it is
 * @param keyDigest {@code sha256:…} of the public key (DER) it signs with; empty when none is registered
 */
public record DeviceProfile(String handle, String enterprise, String keyDigest) {}
