// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

/**
 * One thing wrong with what was sent.
 *
 * @param path where: a JSON path, a column, a parameter
 * @param given what was there; empty when nothing was
 * @param allowed what may stand there
 * @param hint how to mend it; empty when {@code allowed} says it all
 */
public record Violation(String path, String given, String allowed, String hint) {}
