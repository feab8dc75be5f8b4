// SPDX-License-Identifier: Apache-2.0
/**
 * The portrait of an enterprise (碳画像): what its energy is made of, how clean it is, and where each figure stands among peers.
 *
 * <p>Pure functions. Entry types: {@link org.tanma.carbon.portrait.PortraitMeasure}, {@link
 * org.tanma.carbon.portrait.EnergyMix}, {@link org.tanma.carbon.portrait.PeerPosition}. The data package and services may depend on it; it
 * depends on quantities, factors' quality and text.
 */
@NullMarked
package org.tanma.carbon.portrait;

import org.jspecify.annotations.NullMarked;
