// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.page;

import java.util.List;

/** Where the home page finds the enterprises of the node; it may block. */
public interface EnterpriseDirectory {
    /** The first {@code limit} enterprises in order of their handles, with their newest codes. */
    List<EnterpriseLine> list(int limit);
}
