// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/**
 * What is known of an emission source. Texts are empty where something is unknown.
 *
 * @param site where it stands: a handle, or a name of the enterprise's own
 * @param process what it is part of, in the enterprise's words
 * @param device handle of the device it is
 * @param uncertaintyPercent half the width of the 95 % interval, in percent of the figure; decimal text
 * @param dataQuality how its figures come about
 */
public record SourceContent(String site, String process, String device, String uncertaintyPercent, String dataQuality) {
    /** Nothing but its name. */
    public static final SourceContent UNKNOWN = new SourceContent("", "", "", "", "");
}
