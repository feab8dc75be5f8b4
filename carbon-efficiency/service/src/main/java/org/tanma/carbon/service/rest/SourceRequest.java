// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an emission source; members that are absent are unknown.
 *
 * @param site a handle, or a name of the enterprise's own
 * @param process what it is part of
 * @param device handle of the device it is
 * @param uncertaintyPercent half the width of the 95 % interval, in percent; decimal text
 * @param dataQuality how its figures come about: metered, settled, calculated, estimated
 * @param reason why it differs from before
 */
public record SourceRequest(
        @Nullable String site,
        @Nullable String process,
        @Nullable String device,
        @Nullable String uncertaintyPercent,
        @Nullable String dataQuality,
        @Nullable String reason) {}
