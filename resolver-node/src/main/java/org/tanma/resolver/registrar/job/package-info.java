// SPDX-License-Identifier: Apache-2.0
/**
 * Registrations of whole files: taken in as a stream, done in parts in the background, gone on with after a crash. Entry
 * types: {@link org.tanma.resolver.registrar.job.RegistrationJobs}, {@link org.tanma.resolver.registrar.job.RegistrationJob}.
 * The REST face depends on it.
 */
@NullMarked
package org.tanma.resolver.registrar.job;

import org.jspecify.annotations.NullMarked;
