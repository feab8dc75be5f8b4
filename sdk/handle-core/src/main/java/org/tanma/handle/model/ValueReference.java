// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

/** A pointer from one handle value to another: the handle, and the index of the value in it (RFC 3651 section 3.1). */
public record ValueReference(String handle, int index) {}
