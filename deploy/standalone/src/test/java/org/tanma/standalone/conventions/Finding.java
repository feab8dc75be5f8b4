// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

/**
 * One place where the repository breaks a convention.
 *
 * @param file path below the repository's root, with forward slashes
 * @param line from 1; 1 as well when the whole file, or its absence, is meant
 * @param what what is wrong and what is asked for
 */
record Finding(String file, int line, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
