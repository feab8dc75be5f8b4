// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.nio.file.Path;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.resolver.registrar.job.JobsConfig;

/**
 * What the registrar must be told.
 *
 * @param nodePrefix prefix every handle of this node lies under
 * @param keyDirectory where the key that signs tokens lies; made when missing. Losing it ends all tokens in use
 * @param indexDirectory where the index of records lies; made when missing, and made anew when lost
 * @param database where accounts and the registration log are kept
 * @param jobs how registrations of whole files are done
 */
public record ResolverConfig(
        String nodePrefix, Path keyDirectory, Path indexDirectory, SqlConfig database, JobsConfig jobs) {}
