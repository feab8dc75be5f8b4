// SPDX-License-Identifier: Apache-2.0
/** Schemes, drafts, declarations and checks over HTTP. Nothing but the app package of this service may depend on it. */
@NullMarked
package org.tanma.carbon.service.rest.grading;

import org.jspecify.annotations.NullMarked;
