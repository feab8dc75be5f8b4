// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** The site a server belongs to. */
public record SiteInfoResponse(SiteRecord site) implements MessageBody {}
