// SPDX-License-Identifier: Apache-2.0
/**
 * Turns what is in the ledger into a stored, replayable result: an inventory and a grade. Entry types: {@link
 * org.tanma.carbon.service.evaluate.EvaluationService}; the port {@link
 * org.tanma.carbon.service.evaluate.IdentifierPlane} is for the node that runs this service to fill. The rest and app packages
 * may depend on it, and adapters outside this module.
 */
@NullMarked
package org.tanma.carbon.service.evaluate;

import org.jspecify.annotations.NullMarked;
