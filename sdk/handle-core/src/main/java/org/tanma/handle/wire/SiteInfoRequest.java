// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** Asks a server for its site; {@code handle} is what the client would resolve, often empty or a lone slash. */
public record SiteInfoRequest(String handle) implements MessageBody {}
