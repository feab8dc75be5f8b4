// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.grading.physical.PhysicalRequest;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;

/**
 * Reads a request for grades from YAML, JSON or CSV, for running a file without a node.
 *
 * <p>Shape: {@code scheme}, {@code industry}, {@code valueAdded}, {@code deductions}, {@code peers}, and an inventory request
 * under {@code inventory}; products to be graded by their energy under {@code physical}, beside a scheme or alone; or {@code
 * checklist} alone. Contract: all that is wrong is reported at once, part by part, with its place; value added and
 * peers may be absent, for the engine says what follows; deductions may not, for none is ever assumed. Thread-safe.
 */
public final class GradingRequestReader {
    private static final Pattern INDUSTRY = Pattern.compile("[0-9]{2,4}");
    private static final Pattern REGION = Pattern.compile("[0-9]{2}([0-9]{2}){0,2}");
    private static final String PHYSICAL = "physical";
    private static final String CHECKLIST = "checklist";

    private final UnitCatalog units;

    public GradingRequestReader(UnitCatalog units) {
        this.units = units;
    }

    /**
     * Reads a request.
     *
     * @param place name of the text, for messages
     * @param bytes UTF-8 YAML or JSON; CSV where {@code place} ends in {@code .csv}
     */
    public ParsedGrading read(String place, byte[] bytes) {
        Reading reading = new Reading();
        Optional<ParsedGrading> request =
                RequestText.read(place, bytes, true, reading.parts).flatMap(reading::request);
        return request.isPresent() ? request.get() : new ParsedGrading.Refused(reading.parts.missing());
    }

    /** One run over one text. */
    private final class Reading {
        private final RequestParts parts = new RequestParts(units);

        private Optional<ParsedGrading> request(YamlObject yaml) {
            if (yaml.has(CHECKLIST)) {
                parts.attempt(yaml.place(), () -> yaml.allowing(CHECKLIST));
                return parts.attempt(yaml.place(), () -> yaml.object(CHECKLIST))
                        .flatMap(found -> ChecklistRequestReader.read(parts, found))
                        .filter(found -> parts.isSound())
                        .map(ParsedGrading.ReadChecklist::new);
            }
            return yaml.has(PHYSICAL) && !yaml.has("scheme") ? physicalOnly(yaml) : amongPeers(yaml);
        }

        private Optional<ParsedGrading> physicalOnly(YamlObject yaml) {
            parts.attempt(yaml.place(), () -> yaml.allowing(PHYSICAL, "inventory"));
            Optional<PhysicalRequest> physical = physical(yaml);
            Optional<InventoryRequest> inventory = inventoryOf(yaml);
            return parts.isSound()
                    ? Optional.of(new ParsedGrading.ReadPhysical(inventory.orElseThrow(), physical.orElseThrow()))
                    : Optional.empty();
        }

        private Optional<PhysicalRequest> physical(YamlObject yaml) {
            return yaml.has(PHYSICAL)
                    ? parts.attempt(yaml.place(), () -> yaml.object(PHYSICAL))
                            .flatMap(found -> PhysicalRequestReader.read(parts, found))
                    : Optional.empty();
        }

        private Optional<InventoryRequest> inventoryOf(YamlObject yaml) {
            return parts.attempt(yaml.place(), () -> yaml.object("inventory")).flatMap(this::inventory);
        }

        private Optional<ParsedGrading> amongPeers(YamlObject yaml) {
            String place = yaml.place();
            parts.attempt(
                    place,
                    () -> yaml.allowing(
                            "scheme",
                            "industry",
                            "region",
                            "size",
                            "valueAdded",
                            "energy",
                            "deductions",
                            "peers",
                            "inventory",
                            PHYSICAL));
            Optional<EditionRef> scheme = parts.attempt(place, () -> EditionRef.parse(yaml.text("scheme")));
            Optional<String> industry = parts.attempt(place, () -> industry(yaml));
            Optional<String> region = parts.attempt(place, () -> region(yaml)).flatMap(found -> found);
            Optional<SizeClass> size = parts.attempt(place, () -> size(yaml)).flatMap(found -> found);
            Optional<Quantity> valueAdded = parts.findQuantity(yaml, "valueAdded");
            Optional<Quantity> energy = parts.findQuantity(yaml, "energy");
            Optional<Deductions> deductions = parts.attempt(place, () -> yaml.object("deductions"))
                    .flatMap(found -> parts.attempt(found.place(), () -> deductions(found))
                            .flatMap(read -> read));
            Optional<PeerSet> peers = yaml.has("peers")
                    ? parts.attempt(place, () -> yaml.object("peers"))
                            .flatMap(found -> parts.attempt(found.place(), () -> peers(found)))
                    : Optional.empty();
            Optional<PhysicalRequest> physical = physical(yaml);
            Optional<InventoryRequest> inventory = inventoryOf(yaml);
            return parts.isSound()
                    ? Optional.of(new ParsedGrading.Read(
                            scheme.orElseThrow(),
                            inventory.orElseThrow(),
                            industry.orElseThrow(),
                            valueAdded.orElse(null),
                            deductions.orElseThrow(),
                            peers.orElse(null),
                            region.orElse(null),
                            size.orElse(null),
                            energy.orElse(null),
                            physical.orElse(null)))
                    : Optional.empty();
        }

        private Optional<InventoryRequest> inventory(YamlObject yaml) {
            ParsedRequest parsed = new InventoryRequestReader(units).read(yaml);
            if (parsed instanceof ParsedRequest.Refused refused) {
                parts.add(refused.missing());
                return Optional.empty();
            }
            return Optional.of(((ParsedRequest.Read) parsed).request());
        }

        private Optional<Deductions> deductions(YamlObject yaml) {
            yaml.allowing("zeroCarbonEnergy", "sinks", "captured", "offsets");
            Optional<Quantity> zeroCarbonEnergy = deduction(yaml, "zeroCarbonEnergy");
            Optional<Quantity> sinks = deduction(yaml, "sinks");
            Optional<Quantity> captured = deduction(yaml, "captured");
            Optional<Quantity> offsets = deduction(yaml, "offsets");
            return zeroCarbonEnergy.isPresent() && sinks.isPresent() && captured.isPresent() && offsets.isPresent()
                    ? Optional.of(new Deductions(zeroCarbonEnergy.get(), sinks.get(), captured.get(), offsets.get()))
                    : Optional.empty();
        }

        private Optional<Quantity> deduction(YamlObject yaml, String key) {
            if (!yaml.has(key)) {
                parts.attempt(yaml.place(), () -> yaml.object(key));
            }
            return parts.findQuantity(yaml, key);
        }

        private PeerSet peers(YamlObject yaml) {
            yaml.allowing("industry", "year", "source", "rows", "region", "size");
            List<PeerSet.PeerRow> rows = parts.each(yaml, "rows", this::row);
            return new PeerSet(
                    industry(yaml),
                    yaml.integer("year"),
                    yaml.text("source"),
                    rows,
                    region(yaml).orElse(null),
                    size(yaml).orElse(null));
        }

        private Optional<String> region(YamlObject yaml) {
            String code = yaml.findText("region");
            if (code != null && !REGION.matcher(code).matches()) {
                throw new EditionFormatException(
                        yaml.place() + "/region", "'" + code + "' is no code of GB/T 2260: 2, 4 or 6 digits in quotes");
            }
            return Optional.ofNullable(code);
        }

        private Optional<SizeClass> size(YamlObject yaml) {
            String code = yaml.findText("size");
            if (code == null) {
                return Optional.empty();
            }
            return Optional.of(SizeClass.fromCode(code)
                    .orElseThrow(() -> new EditionFormatException(
                            yaml.place() + "/size", "'" + code + "' is no size class: large, medium, small or micro")));
        }

        private Optional<PeerSet.PeerRow> row(YamlObject yaml) {
            yaml.allowing("subject", "emission", "valueAdded");
            Optional<Quantity> emission = parts.quantity(yaml.object("emission").allowing("value", "unit"));
            Optional<Quantity> valueAdded =
                    parts.quantity(yaml.object("valueAdded").allowing("value", "unit"));
            return emission.flatMap(
                    co2 -> valueAdded.map(money -> new PeerSet.PeerRow(yaml.text("subject"), co2, money)));
        }

        private String industry(YamlObject yaml) {
            String code = yaml.text("industry");
            if (!INDUSTRY.matcher(code).matches()) {
                throw new EditionFormatException(
                        yaml.place() + "/industry", "'" + code + "' is no code of GB/T 4754: 2 to 4 digits in quotes");
            }
            return code;
        }
    }
}
