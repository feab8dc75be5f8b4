// SPDX-License-Identifier: Apache-2.0
/**
 * Who may write identifier records, and how they are registered: accounts, tokens, and rows checked against their template
 * before they reach the record store. Entry types: {@link org.tanma.resolver.registrar.RegistrationService}, {@link
 * org.tanma.resolver.registrar.RecordPublisher}, {@link org.tanma.resolver.registrar.RecordDirectory}, {@link
 * org.tanma.resolver.registrar.AccountStore}, {@link org.tanma.resolver.registrar.AccountVerifier}, {@link
 * org.tanma.resolver.registrar.TokenService}. The REST, page and application packages may depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar;

import org.jspecify.annotations.NullMarked;
