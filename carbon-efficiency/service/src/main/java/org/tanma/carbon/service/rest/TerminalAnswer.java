// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

/**
 * What a terminal has to know to go on.
 *
 * @param sequence of its next statement
 * @param previous digest that its next statement names; empty for the first
 * @param last when the newest reading of the meter and kind asked about ends, ISO 8601 UTC; empty when there is none
 */
public record TerminalAnswer(String terminal, long sequence, String previous, String last) {}
