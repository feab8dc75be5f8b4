// SPDX-License-Identifier: Apache-2.0
/**
 * Registering identifiers. Entry type: {@link org.tanma.sdk.register.RegistrationClient}. It depends on {@code
 * org.tanma.sdk.node}.
 */
@NullMarked
package org.tanma.sdk.register;

import org.jspecify.annotations.NullMarked;
