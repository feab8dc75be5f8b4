// SPDX-License-Identifier: Apache-2.0
/**
 * What goes over all enterprises of an industry: a draft scheme tried on them, peers formed from them. Entry types: {@link
 * org.tanma.carbon.service.survey.SchemePreviewer}, {@link org.tanma.carbon.service.survey.PeerFormation}. The rest and app
 * packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.survey;

import org.jspecify.annotations.NullMarked;
