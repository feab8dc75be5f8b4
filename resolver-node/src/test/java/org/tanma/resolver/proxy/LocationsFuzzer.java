// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.fuzz.FuzzCorpus;

/** Any value of type 10320/loc is read or is none; whoever asks is sent to a web address of the list, or nowhere. */
public class LocationsFuzzer {
    private static final HandleName HANDLE = HandleName.parse("20.500.12345/a b");
    private static final List<ProxyQuestion> QUESTIONS =
            List.of(ProxyQuestion.PLAIN, asking(Map.of("id", "1"), "gb", ""), asking(Map.of(), "", "application/json"));

    public static void fuzzerInitialize() {
        fuzzerTestOneInput(
                "<locations><location href=\"https://a.example\"/></locations>".getBytes(StandardCharsets.UTF_8));
    }

    private static ProxyQuestion asking(Map<String, String> attributes, String country, String accept) {
        return new ProxyQuestion(List.of(), List.of(), true, true, "", attributes, country, accept);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> Locations.parse(input).ifPresent(LocationsFuzzer::requireWebAddresses));
    }

    private static void requireWebAddresses(Locations list) {
        FuzzCorpus.requireEqual(true, List.of(302, 303, 307).contains(list.status()));
        for (ProxyQuestion question : QUESTIONS) {
            Optional<Location> chosen = new LocationChooser(() -> 1L << 62).choose(list, HANDLE, question);
            chosen.ifPresent(location -> requireSafe(list, location));
        }
    }

    private static void requireSafe(Locations list, Location chosen) {
        String address = chosen.address(HANDLE).orElseThrow().toString();
        boolean isPlain = address.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!isPlain
                || !address.toLowerCase(java.util.Locale.ROOT).startsWith("http")
                || !list.locations().contains(chosen)) {
            throw new AssertionError("no web address of the list: " + address);
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(LocationsFuzzer.class, LocationsFuzzer::fuzzerTestOneInput);
    }
}
