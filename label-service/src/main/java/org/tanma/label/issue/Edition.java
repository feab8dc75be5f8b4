// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/** One edition of something published: a method, a factor set. */
public record Edition(String id, String edition) {}
