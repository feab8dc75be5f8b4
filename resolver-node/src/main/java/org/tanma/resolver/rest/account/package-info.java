// SPDX-License-Identifier: Apache-2.0
/**
 * REST faces of the registrar's own business: accounts, API keys, grants, the audit log.
 */
@NullMarked
package org.tanma.resolver.rest.account;

import org.jspecify.annotations.NullMarked;
