// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

/**
 * The rules of a request, found, with the parameters that follow from them alone.
 *
 * @param basis the rules
 * @param defaults filled as readings ask
 */
record PreparedBasis(ResolvedBasis basis, DefaultParameters defaults) {}
