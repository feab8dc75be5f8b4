// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.resolver.registrar.RecordDirectory;

/** What became of looking an identifier up. */
public sealed interface Finding {
    /** What the text given is. */
    ParsedIdentifier parsed();

    /**
     * A record stands behind it.
     *
     * @param matched the identifier the record has: the one asked for, or a broader one such as the product of a serial number
     * @param identifiers all the caller may see of that record, the handle first
     */
    record Found(
            ParsedIdentifier.Known parsed,
            Identifier matched,
            RecordDirectory.Entry entry,
            List<Identifier> identifiers)
            implements Finding {
        public Found {
            identifiers = List.copyOf(identifiers);
        }

        /** True when the record is of what was asked for, not of something broader. */
        public boolean isExact() {
            return matched.canonical().equals(parsed.identifier().canonical());
        }
    }

    /**
     * A handle under a prefix that is not this node's.
     *
     * @param services what the prefix's own record says of where it is served, as far as it is here
     */
    record Elsewhere(ParsedIdentifier.Known parsed, HandleName handle, List<String> services) implements Finding {
        public Elsewhere {
            services = List.copyOf(services);
        }

        /** The handle of the prefix, which says where its handles are served. */
        public String prefixHandle() {
            return "0.NA/" + handle.prefix();
        }
    }

    /** Well-formed, and no record here names it. */
    record Absent(ParsedIdentifier.Known parsed, List<HandleName> near) implements Finding {
        public Absent {
            near = List.copyOf(near);
        }
    }

    /** Malformed, or of no kind known. */
    record Refused(ParsedIdentifier parsed) implements Finding {}
}
