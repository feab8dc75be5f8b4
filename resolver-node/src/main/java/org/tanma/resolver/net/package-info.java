// SPDX-License-Identifier: Apache-2.0
/**
 * The node's faces to the network: the Handle protocol over UDP and persistent TCP on one port, and the Handle HTTP
 * interface. Entry types: {@link org.tanma.resolver.net.NodeFaces} and {@link org.tanma.resolver.net.NodeFacesConfig}.
 * Only the application's wiring may depend on it; it depends on the resolution pipeline.
 *
 * <p>Life of a question: an event loop reads octets and cuts them into messages; a worker, of which there is a bounded
 * number with a bounded queue, reads the question, asks the pipeline, which blocks on the store, and writes the answer's
 * octets; the event loop sends them. What comes in while the queue is full is refused or, by UDP, dropped.
 */
@NullMarked
package org.tanma.resolver.net;

import org.jspecify.annotations.NullMarked;
