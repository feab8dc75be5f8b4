// SPDX-License-Identifier: Apache-2.0
/**
 * What may be reported, and by which method each industry is accounted: kinds of activity data with their names, their
 * dimensions and the properties that can be measured. Entry types: {@link org.tanma.carbon.service.kind.KindCatalog}, {@link
 * org.tanma.carbon.service.kind.ActivityKind}, {@link org.tanma.carbon.service.kind.IndustryCatalog}. The
 * ingest, evaluate, rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.kind;

import org.jspecify.annotations.NullMarked;
