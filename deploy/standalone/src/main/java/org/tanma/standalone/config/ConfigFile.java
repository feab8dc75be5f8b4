// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A configuration file: a YAML mapping of sections, each a mapping of names to plain values. At most {@value #MOST_OCTETS}
 * octets of UTF-8; no key twice. Every fault is told by file and line, all of them together.
 */
final class ConfigFile {
    static final int MOST_OCTETS = 1 << 20;

    private final Path file;
    private final Settings settings;
    private final Phrases phrases;

    ConfigFile(Path file, Settings settings, Phrases phrases) {
        this.file = file;
        this.settings = settings;
        this.phrases = phrases;
    }

    void read() {
        try {
            if (Files.size(file) > MOST_OCTETS) {
                settings.fault(phrases.text("fault.long", file, MOST_OCTETS));
                return;
            }
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root != null) {
                sections(root);
            }
        } catch (MarkedYAMLException e) {
            settings.fault(phrases.text("fault.yaml", at(e.getProblemMark()), oneLine(e.getProblem())));
        } catch (CharacterCodingException e) {
            settings.fault(phrases.text("fault.characters", file));
        } catch (IOException e) {
            settings.fault(phrases.text("fault.unreadable", file, e.getClass().getSimpleName()));
        } catch (YAMLException e) {
            settings.fault(phrases.text("fault.yaml", file, oneLine(e.getMessage())));
        }
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }

    private void sections(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            settings.fault(phrases.text("fault.root", at(root)));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String section = keyIn(tuple.getKeyNode(), seen, "");
            if (!settings.catalogue().sections().contains(section)) {
                settings.fault(phrases.text(
                        "fault.unknown",
                        at(tuple.getKeyNode()),
                        section,
                        String.join(", ", settings.catalogue().sections())));
            } else if (tuple.getValueNode() instanceof MappingNode names) {
                names(section, names);
            } else if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
                settings.fault(phrases.text("fault.section", at(tuple.getValueNode()), section));
            }
        }
    }

    private void names(String section, MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = section + "." + keyIn(tuple.getKeyNode(), seen, section + ".");
            Optional<Knob> knob = settings.catalogue().find(key);
            if (knob.isEmpty()) {
                settings.fault(phrases.text(
                        "fault.unknown",
                        at(tuple.getKeyNode()),
                        key,
                        String.join(", ", settings.catalogue().names(section))));
            } else {
                value(knob.get(), tuple.getValueNode());
            }
        }
    }

    private String keyIn(Node node, Set<String> seen, String before) {
        String key = node instanceof ScalarNode scalar ? scalar.getValue() : node.getNodeId() + "";
        if (!seen.add(key)) {
            settings.fault(phrases.text("fault.twice", at(node), before + key));
        }
        return key;
    }

    private void value(Knob knob, Node node) {
        String allowed = knob.allowed(phrases);
        if (!(node instanceof ScalarNode scalar)) {
            settings.fault(phrases.text(
                    "fault.type", at(node), knob.key(), phrases.text("type." + node.getNodeId()), allowed));
        } else if (scalar.getTag().equals(Tag.NULL)) {
            settings.fault(phrases.text("fault.type", at(node), knob.key(), phrases.text("type.empty"), allowed));
        } else if ((knob.kind().isNumber() || knob.isFlag()) && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            settings.fault(phrases.text("fault.type", at(node), knob.key(), phrases.text("type.quoted"), allowed));
        } else if (knob.kind().hasSecret(scalar.getValue())) {
            settings.fault(phrases.text("fault.secret", at(node), knob.key(), phrases.text("secret." + knob.key())));
        } else {
            settings.give(
                    knob,
                    scalar.getValue(),
                    at(node) + ": " + knob.key(),
                    Optional.ofNullable(file.toAbsolutePath().getParent()));
        }
    }

    private String at(Node node) {
        return at(node.getStartMark());
    }

    private String at(@Nullable Mark mark) {
        return mark == null ? file.toString() : file + ":" + (mark.getLine() + 1);
    }
}
