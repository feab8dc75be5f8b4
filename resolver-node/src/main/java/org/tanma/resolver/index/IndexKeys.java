// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.tanma.handle.model.HandleName;

/**
 * How the keys of the index are laid out. Each is the beginning of a list, perhaps a value, and the handle's folded octets:
 *
 * <pre>
 *  T template 0                        records of a template; of retired ones, t
 *  E enterprise 0                      records of an enterprise; of retired ones, e
 *  F enterprise 0 template 0           records of an enterprise by one template; of retired ones, f
 *  C seconds                           by the time of their making
 *  M seconds                           by the time of their last change
 *  R                                   retired records
 *  K canonical key                     records that name an identifier of another kind
 *  I template 0 item 0 value           by an item anyone may see
 *  P enterprise 0 template 0 item 0 value    by another item, each enterprise apart
 * </pre>
 *
 * <p>Values are laid out by {@link OrderedText}, so that a list is in the order of values, then handles. What is not public
 * lies under its enterprise: nobody walks over values of others.
 */
final class IndexKeys {
    /** A later layout makes the index anew. */
    static final String FORMAT = "1";

    private IndexKeys() {}

    static byte[] template(boolean isRetired, String template) {
        return list(isRetired ? 't' : 'T', template);
    }

    static byte[] enterprise(boolean isRetired, String owner) {
        return list(isRetired ? 'e' : 'E', fold(owner));
    }

    static byte[] enterpriseTemplate(boolean isRetired, String owner, String template) {
        return list(isRetired ? 'f' : 'F', fold(owner), template);
    }

    static byte[] created() {
        return new byte[] {'C'};
    }

    static byte[] changed() {
        return new byte[] {'M'};
    }

    static byte[] retired() {
        return new byte[] {'R'};
    }

    static byte[] equivalent(String canonicalKey) {
        return join(new byte[] {'K'}, OrderedText.exact(canonicalKey.getBytes(UTF_8)));
    }

    /** The list of an item; {@code owner} counts only where the item is not public. */
    static byte[] item(String owner, String template, IndexedItem item) {
        return item.isPublic() ? list('I', template, item.code()) : list('P', fold(owner), template, item.code());
    }

    private static String fold(String prefix) {
        return prefix.toUpperCase(Locale.ROOT);
    }

    private static byte[] list(char kind, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(kind);
        for (String name : names) {
            out.writeBytes(name.getBytes(UTF_8));
            out.write(0);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    static byte[] join(byte[] first, byte[] second, byte[] third) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        System.arraycopy(third, 0, joined, first.length + second.length, third.length);
        return joined;
    }

    static boolean startsWith(byte[] key, byte[] beginning) {
        return key.length >= beginning.length
                && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The first key after all that begin like this one. */
    static byte[] after(byte[] beginning) {
        byte[] end = beginning.clone();
        for (int i = end.length - 1; i >= 0; i--) {
            if (end[i] != (byte) 0xFF) {
                end[i]++;
                return Arrays.copyOf(end, i + 1);
            }
        }
        throw new IllegalArgumentException("no key comes after octets of 255 alone");
    }

    static HandleName handle(byte[] key, int from) {
        return HandleName.decode(Arrays.copyOfRange(key, from, key.length));
    }
}
