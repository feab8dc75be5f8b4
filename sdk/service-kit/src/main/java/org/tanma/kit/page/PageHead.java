// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.page;

/**
 * What the shell around a page needs to know.
 *
 * @param title what stands in the tab
 * @param path the page's own path with its query but without {@code lang}, for the language switch
 * @param isDemonstration true when anything shown is demonstration data: the page then says so at its top
 */
public record PageHead(Language language, String title, String path, boolean isDemonstration) {
    /** Where the same page stands in the other language. */
    public String switchHref() {
        return path + (path.contains("?") ? "&" : "?") + "lang="
                + language.other().code();
    }

    public String otherTag() {
        return language.other().tag();
    }
}
