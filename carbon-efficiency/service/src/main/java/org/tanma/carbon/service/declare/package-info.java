// SPDX-License-Identifier: Apache-2.0
/**
 * What an enterprise says for its grades beside its activity data: size class, products made and the energy they took. Entry
 * types: {@link org.tanma.carbon.service.declare.DeclarationStore}, {@link
 * org.tanma.carbon.service.declare.GradingDeclaration}. The evaluate, survey, rest and app packages of this service may depend
 * on it.
 */
@NullMarked
package org.tanma.carbon.service.declare;

import org.jspecify.annotations.NullMarked;
