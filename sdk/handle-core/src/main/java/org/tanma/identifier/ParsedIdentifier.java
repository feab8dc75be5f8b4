// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;

/** What a text turned out to be. */
public sealed interface ParsedIdentifier {
    /** Kinds the text could have been by its form, in the order they were weighed; at least the one found. */
    List<IdentifierKind> considered();

    /** A well-formed identifier. */
    record Known(Identifier identifier, List<IdentifierKind> considered) implements ParsedIdentifier {
        public Known {
            considered = List.copyOf(considered);
        }
    }

    /** Recognisably of one kind, and wrong. */
    record Malformed(IdentifierFault fault, List<IdentifierKind> considered) implements ParsedIdentifier {
        public Malformed {
            considered = List.copyOf(considered);
        }

        /** The kind it was meant to be. */
        public IdentifierKind kind() {
            return fault.kind();
        }

        /** Where it stops being one: characters before the fault. */
        public int position() {
            return fault.position();
        }
    }

    /** Like no kind this node knows. */
    record Unknown(String given, List<IdentifierKind> considered) implements ParsedIdentifier {
        public Unknown {
            considered = List.copyOf(considered);
        }
    }
}
