// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Oid;

/**
 * A node that is to be allotted below another.
 *
 * @param arc its number; the next free one when none is given
 * @param handle for whose record; none for an enterprise's arc
 * @param claims what may be allotted for once only, besides the handle and the label
 */
record Allotment(
        Oid parent,
        OidNode.Kind kind,
        String prefix,
        Optional<BigInteger> arc,
        Optional<OidLabel> label,
        Optional<HandleName> handle,
        List<String> claims) {}
