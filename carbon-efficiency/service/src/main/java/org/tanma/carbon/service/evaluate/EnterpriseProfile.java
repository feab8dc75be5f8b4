// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

/**
 * What an evaluation needs to know of an enterprise.
 *
 * @param handle for instance {@code 88.118.1/ENTERPRISE}
 * @param nameZh Chinese name
 * @param nameEn English name; empty when none is registered
 * @param industryCode four digits of GB/T 4754
 * @param region six digits of GB/T 2260, as fine as registered
 * @param isDemonstration true when its record says so: every result then says it too
 */
public record EnterpriseProfile(
        String handle, String nameZh, String nameEn, String industryCode, String region, boolean isDemonstration) {}
