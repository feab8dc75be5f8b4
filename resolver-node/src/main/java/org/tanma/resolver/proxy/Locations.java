// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tanma.resolver.type.PredefinedValues;
import org.tanma.resolver.type.ValueXml;

/**
 * The list in a value of type {@code 10320/loc}.
 *
 * <p>Shape: {@code methods} how to choose, in order, {@code locatt, country, weighted} unless the list says otherwise;
 * {@code status} 302, 303 or 307. Range: at most 65,536 octets and 256 locations. Source: the description of the type at
 * handle.net/overviews/handle_type_10320_loc.html; {@code http_role}, {@code href_template} and {@code http_sc} from lists
 * in use.
 */
public record Locations(List<String> methods, int status, List<Location> locations) {
    /** The type of the value that holds this. */
    public static final String TYPE = "10320/loc";

    static final int MOST_OCTETS = ValueXml.MOST_OCTETS;
    static final int MOST_LOCATIONS = PredefinedValues.MOST_LOCATIONS;
    private static final List<String> DEFAULT_METHODS = List.of("locatt", "country", "weighted");
    private static final int FOUND = 302;
    private static final Set<String> STATUSES = Set.of("302", "303", "307");

    public Locations {
        methods = List.copyOf(methods);
        locations = List.copyOf(locations);
    }

    /** Empty when the octets are no such list, or more than is read. No document type and no entity is ever read. */
    public static Optional<Locations> parse(byte[] xml) {
        try {
            XMLStreamReader in = ValueXml.open(xml);
            try {
                return read(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<Locations> read(XMLStreamReader in) throws XMLStreamException {
        Map<String, String> ofList = Map.of();
        List<Location> locations = new ArrayList<>();
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            depth++;
            if (depth == 1 && in.getLocalName().equals("locations")) {
                ofList = attributes(in);
            } else if (depth == 1 || locations.size() == MOST_LOCATIONS) {
                return Optional.empty();
            } else if (depth == 2 && in.getLocalName().equals("location")) {
                locations.add(new Location(attributes(in)));
            }
        }
        return Optional.of(new Locations(methods(ofList), status(ofList), locations));
    }

    private static Map<String, String> attributes(XMLStreamReader in) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i).toLowerCase(Locale.ROOT), in.getAttributeValue(i));
        }
        return attributes;
    }

    private static List<String> methods(Map<String, String> ofList) {
        String given = ofList.getOrDefault("chooseby", "").toLowerCase(Locale.ROOT);
        List<String> methods = List.of(given.split(",")).stream()
                .map(String::strip)
                .filter(m -> !m.isEmpty())
                .toList();
        return methods.isEmpty() ? DEFAULT_METHODS : methods;
    }

    private static int status(Map<String, String> ofList) {
        String given = ofList.getOrDefault("http_sc", "").strip();
        return STATUSES.contains(given) ? Integer.parseInt(given) : FOUND;
    }
}
