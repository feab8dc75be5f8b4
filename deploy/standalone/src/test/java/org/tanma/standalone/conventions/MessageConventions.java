// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message catalogue has the same keys in both languages, and a message the same places to fill in. */
final class MessageConventions {
    private static final Pattern CATALOGUE = Pattern.compile("(.+/src/main/resources/.+)_(zh|en)\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+");

    /** A message as it stands in its file, continued lines joined. */
    private record Message(String text, int line) {
        Set<String> places() {
            Set<String> places = new TreeSet<>();
            Matcher place = PLACE.matcher(text);
            while (place.find()) {
                places.add(place.group() + "}");
            }
            return places;
        }
    }

    private final Repository repository;

    MessageConventions(Repository repository) {
        this.repository = repository;
    }

    List<Finding> catalogues() {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String file : repository.files()) {
            Matcher catalogue = CATALOGUE.matcher(file);
            if (catalogue.matches()) {
                names.add(catalogue.group(1));
            }
        }
        for (String name : names) {
            String chinese = name + "_zh.properties";
            String english = name + "_en.properties";
            if (!repository.has(chinese)) {
                findings.add(new Finding(chinese, 1, "missing; " + english + " has no counterpart"));
            } else if (!repository.has(english)) {
                findings.add(new Finding(english, 1, "missing; " + chinese + " has no counterpart"));
            } else {
                compare(chinese, english, findings);
            }
        }
        return findings;
    }

    private void compare(String chinese, String english, List<Finding> findings) {
        Map<String, Message> here = messages(chinese);
        Map<String, Message> there = messages(english);
        here.forEach((key, message) -> {
            Message other = there.get(key);
            if (other == null) {
                findings.add(new Finding(chinese, message.line(), "'" + key + "' is not in " + english));
            } else if (!message.places().equals(other.places())) {
                findings.add(new Finding(
                        chinese,
                        message.line(),
                        "'" + key + "' fills in " + message.places() + "; in " + english + " it is " + other.places()));
            }
        });
        there.forEach((key, message) -> {
            if (!here.containsKey(key)) {
                findings.add(new Finding(english, message.line(), "'" + key + "' is not in " + chinese));
            }
        });
    }

    private Map<String, Message> messages(String file) {
        Map<String, Message> messages = new TreeMap<>();
        List<String> lines = repository.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder text = new StringBuilder(lines.get(i).strip());
            if (text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == '!') {
                continue;
            }
            while (text.charAt(text.length() - 1) == '\\' && i + 1 < lines.size()) {
                text.setLength(text.length() - 1);
                text.append(lines.get(++i).strip());
            }
            String[] pair = text.toString().split("\\s*[=:]\\s*|\\s+", 2);
            messages.put(pair[0], new Message(pair.length > 1 ? pair[1] : "", start + 1));
        }
        return messages;
    }
}
