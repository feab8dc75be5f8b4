// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.app;

import java.net.URI;
import java.nio.file.Path;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.label.issue.BilingualText;
import org.tanma.label.issue.CodeLinks;

/**
 * What the label service must be told.
 *
 * @param publicBaseUrl where phones reach the pages: {@code http(s)://HOST[:PORT]}, nothing more; it is printed into every QR
 *     symbol, so changing it later leaves printed codes behind
 * @param keyDirectory where the signing keys lie; created when missing. Losing it means that no code can be verified any more
 * @param database where codes are kept
 * @param issuer who issues the codes, as consumers read it
 */
public record LabelConfig(URI publicBaseUrl, Path keyDirectory, SqlConfig database, BilingualText issuer) {
    /** Throws {@link IllegalArgumentException} for a base URL that cannot stand in a QR symbol. */
    public LabelConfig {
        new CodeLinks(publicBaseUrl);
    }
}
