// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import java.util.List;

/** The codes of one enterprise, the newest year and version first. */
public record CodeList(List<CodeAnswer> codes) {}
