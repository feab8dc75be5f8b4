// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The node's place among other servers.
 *
 * @param siteFile a siteinfo.bin of the site of several servers that this node is one of; empty for a site of its own
 * @param parent the resolver asked for handles of others, {@code handle://HOST:PORT}; empty to ask nobody
 * @param hasParentKeys whether administrators whose key lies elsewhere are let in by what the parent says it is
 * @param redis where nodes with the same parent share its answers, and the parent tells them of changes; empty for none
 * @param countryHeader the HTTP header believed to name the asker's country; empty for none
 */
record NamingConfig(
        Optional<Path> siteFile,
        Optional<URI> parent,
        boolean hasParentKeys,
        Optional<URI> redis,
        String countryHeader) {}
