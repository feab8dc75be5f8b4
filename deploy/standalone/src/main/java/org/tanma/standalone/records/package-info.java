// SPDX-License-Identifier: Apache-2.0
/**
 * Backup, restore, import and export of records from the command line, on a node's data directory whether the node is
 * running or not. Entry types: {@link org.tanma.standalone.records.RecordCommands} for the command line, {@link
 * org.tanma.standalone.records.ControlSocket} for the node.
 */
@NullMarked
package org.tanma.standalone.records;

import org.jspecify.annotations.NullMarked;
