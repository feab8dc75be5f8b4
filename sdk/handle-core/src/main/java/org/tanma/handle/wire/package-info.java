// SPDX-License-Identifier: Apache-2.0
/**
 * The Handle protocol on the wire, readable form: messages to octets and back, over {@link java.nio.ByteBuffer}.
 *
 * <p>Entry types: {@link org.tanma.handle.wire.HandleMessageCodec} for whole messages, {@link
 * org.tanma.handle.wire.UdpFragments} and {@link org.tanma.handle.wire.UdpReassembly} for datagrams, {@link
 * org.tanma.handle.wire.HandleValueCodec}, {@link org.tanma.handle.wire.AdminRecord} and {@link
 * org.tanma.handle.wire.SiteRecord} for what values hold, {@link org.tanma.handle.wire.WireLayout} for whoever reads
 * fields in place. Any octets end in a message or a {@link org.tanma.handle.wire.WireFormatException}, and nothing is
 * allocated for a length before it is checked. Anyone may depend on it; it depends on the handle model and the JDK.
 * Sources: RFC 3651, RFC 3652, DO-IRP 3.0.
 */
@NullMarked
package org.tanma.handle.wire;

import org.jspecify.annotations.NullMarked;
