// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class QuestionProperties {
    private static byte[] shifted(byte[] octets, int by) {
        byte[] larger = new byte[octets.length + by + 1];
        Arrays.fill(larger, (byte) 0x55);
        System.arraycopy(octets, 0, larger, by, octets.length);
        return larger;
    }

    @Property
    void equals_sameTagAndOctets_whereverTheyLie(@ForAll byte[] octets, @ForAll int tag) {
        Question plain = new Question().set(tag, octets, 0, octets.length);
        Question moved = new Question().set(tag, shifted(octets, 3), 3, octets.length);
        assertThat(moved).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(moved.copy()).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(new Question().set(tag + 1, octets, 0, octets.length)).isNotEqualTo(plain);
    }

    @Property
    void equals_anotherOctetOrLength_isAnotherQuestion(
            @ForAll @Size(min = 1, max = 60) byte[] octets, @ForAll int place, @ForAll byte change) {
        Question plain = new Question().set(1, octets, 0, octets.length);
        byte[] other = octets.clone();
        other[Math.floorMod(place, other.length)] ^= change;
        assertThat(new Question().set(1, other, 0, other.length).equals(plain)).isEqualTo(change == 0);
        assertThat(new Question().set(1, octets, 0, octets.length - 1)).isNotEqualTo(plain);
    }

    @Property
    void copy_staysWhenTheOriginalLooksElsewhere(@ForAll byte[] octets) {
        byte[] array = octets.clone();
        Question probe = new Question().set(1, array, 0, array.length);
        Question copy = probe.copy();
        Arrays.fill(array, (byte) 1);
        probe.set(2, array, 0, 0);
        assertThat(copy).isEqualTo(new Question().set(1, octets, 0, octets.length));
    }
}
