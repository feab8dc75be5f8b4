// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class OrderedTextProperties {
    @Property
    void numbers_areInTheirOrder(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(5) BigDecimal one,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(3) BigDecimal other) {
        assertThat(Integer.signum(Arrays.compareUnsigned(OrderedText.number(one), OrderedText.number(other))))
                .isEqualTo(one.compareTo(other));
    }

    @Property
    void numbers_ofAnySize_areInTheirOrder(@ForAll BigDecimal one, @ForAll BigDecimal other) {
        assertThat(Integer.signum(Arrays.compareUnsigned(OrderedText.number(one), OrderedText.number(other))))
                .isEqualTo(one.compareTo(other));
    }

    @Property
    void numbers_howeverWritten_areTheSame(@ForAll BigDecimal number) {
        assertThat(OrderedText.number(number.setScale(number.scale() + 3))).isEqualTo(OrderedText.number(number));
    }

    @Property
    void exactOctets_areInTheirOrder_andNoneBeginsAnother(
            @ForAll @Size(max = 6) byte[] one, @ForAll @Size(max = 6) byte[] other) {
        byte[] first = OrderedText.exact(one);
        byte[] second = OrderedText.exact(other);
        assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
        assertThat(IndexKeys.startsWith(first, second)).isEqualTo(Arrays.equals(one, other));
    }
}
