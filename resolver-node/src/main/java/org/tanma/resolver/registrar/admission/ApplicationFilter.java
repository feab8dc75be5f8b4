// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

/** Which applications are wanted; an empty text asks for all. {@code industry} is a section of GB/T 4754, or section and division. */
public record ApplicationFilter(String state, String province, String industry, String creditCode, String name) {}
