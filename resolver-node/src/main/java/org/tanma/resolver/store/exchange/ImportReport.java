// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

/**
 * What became of a file: records created, replaced, unchanged, deleted and changed in part; operations refused, each with
 * its {@link Fault}; sections that mean nothing here.
 */
public record ImportReport(
        long created, long replaced, long unchanged, long deleted, long changed, long refused, long leftOut) {}
