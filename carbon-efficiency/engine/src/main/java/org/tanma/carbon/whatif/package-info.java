// SPDX-License-Identifier: Apache-2.0
/**
 * What an inventory would be if something were otherwise, beside what it is. No record is touched.
 *
 * <p>Entry type: {@link org.tanma.carbon.whatif.WhatIfEngine}. The packages data and report may depend on it; it depends on
 * inventory, analysis, method, factor, quantity and text.
 */
@NullMarked
package org.tanma.carbon.whatif;

import org.jspecify.annotations.NullMarked;
