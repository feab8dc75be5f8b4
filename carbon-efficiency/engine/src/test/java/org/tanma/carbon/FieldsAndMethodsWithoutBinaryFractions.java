// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** No field, parameter or return value is a float or a double. */
final class FieldsAndMethodsWithoutBinaryFractions extends ArchCondition<JavaClass> {
    private static final Set<String> BINARY = Set.of("float", "double");

    FieldsAndMethodsWithoutBinaryFractions() {
        super("have no float or double");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaClass> ofFields = type.getFields().stream().map(field -> field.getRawType());
        Stream<JavaClass> ofCode = type.getCodeUnits().stream().flatMap(this::signature);
        Stream.concat(ofFields, ofCode)
                .filter(used -> BINARY.contains(used.getName()))
                .forEach(used ->
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " uses " + used.getName())));
    }

    private Stream<JavaClass> signature(JavaCodeUnit code) {
        return Stream.concat(Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream());
    }
}
