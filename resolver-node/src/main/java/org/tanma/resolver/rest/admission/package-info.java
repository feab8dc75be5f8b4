// SPDX-License-Identifier: Apache-2.0
/** REST faces of applications, enterprises and template approval. */
@NullMarked
package org.tanma.resolver.rest.admission;

import org.jspecify.annotations.NullMarked;
