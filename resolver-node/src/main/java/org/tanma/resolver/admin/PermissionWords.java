// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.wire.AdminRecord;

/** Permission bits as words. */
final class PermissionWords {
    private record Word(int permission, String text) {}

    private static final List<Word> WORDS = List.of(
            new Word(AdminRecord.ADD_HANDLE, "creating handles"),
            new Word(AdminRecord.DELETE_HANDLE, "deleting handles"),
            new Word(AdminRecord.ADD_DERIVED_PREFIX, "adding derived prefixes"),
            new Word(AdminRecord.DELETE_DERIVED_PREFIX, "deleting derived prefixes"),
            new Word(AdminRecord.MODIFY_VALUE, "modifying values"),
            new Word(AdminRecord.REMOVE_VALUE, "removing values"),
            new Word(AdminRecord.ADD_VALUE, "adding values"),
            new Word(AdminRecord.MODIFY_ADMIN, "modifying administrators"),
            new Word(AdminRecord.REMOVE_ADMIN, "removing administrators"),
            new Word(AdminRecord.ADD_ADMIN, "adding administrators"),
            new Word(AdminRecord.READ_VALUE, "reading values"),
            new Word(AdminRecord.LIST_HANDLES, "listing handles"));

    private PermissionWords() {}

    /** The permissions, low bit first, with commas between. */
    static String of(int permissions) {
        List<String> words = new ArrayList<>();
        for (Word word : WORDS) {
            if ((permissions & word.permission()) != 0) {
                words.add(word.text());
            }
        }
        return String.join(", ", words);
    }
}
