// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/** How widely a template holds: for everyone, for one industry, for one enterprise. */
public enum TemplateTier {
    PUBLIC,
    INDUSTRY,
    ENTERPRISE
}
