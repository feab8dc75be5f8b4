// SPDX-License-Identifier: Apache-2.0
/**
 * The peers an enterprise is graded against: emissions and value added of its industry in one year, as a regulator gives
 * them. Entry types: {@link org.tanma.carbon.service.peer.PeerSetStore}, {@link org.tanma.carbon.service.peer.PeerSet}. The
 * ingest, evaluate, rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.peer;

import org.jspecify.annotations.NullMarked;
