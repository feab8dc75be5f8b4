// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.carbon.data.CbamRequestReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.report.GradeRun;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.text.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes a result document once more from the request inside it, on the editions of a catalog, and compares the bytes.
 *
 * <p>Contract: pure; thread-safe. A document that was formatted anew is compared in its canonical form.
 */
public final class ResultReplay {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> EDITION_KEYS = Set.of("method", "fuelSet", "gwpSet", "edition", "scheme");

    private final EngineCatalog catalog;

    public ResultReplay(EngineCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param document what {@code ResultDocument} wrote for an inventory or a grade */
    public Replayed replay(byte[] document) {
        JsonNode given;
        try {
            given = MAPPER.readTree(document);
        } catch (JacksonException e) {
            return unfit("不是 JSON：" + e.getOriginalMessage(), "not JSON: " + e.getOriginalMessage());
        }
        String kind = given.path("kind").asString("");
        JsonNode request = given.path("request");
        if (!request.isObject()) {
            return unfit(
                    "结果（" + kind + "）没有载明其输入，无法重算",
                    "the result (" + kind + ") does not hold what it was computed from");
        }
        Optional<ResultDocument> computed = switch (kind) {
            case "inventory" -> inventory(request);
            case "grade", "grades", "not-gradable", "physical-grades", "checklist" -> grade(request);
            case "cbam" -> installation(request);
            default -> Optional.empty();
        };
        if (computed.isEmpty()) {
            return unfit("不是本版本能重算的结果：" + kind, "not a result that this version can compute once more: " + kind);
        }
        return compare(given, computed.get());
    }

    private Replayed compare(JsonNode given, ResultDocument computed) {
        ResultDocument canonical = ResultDocument.canonical(given);
        if (canonical.equals(computed)) {
            return new Replayed.Same(computed.digest());
        }
        Set<String> missing = new TreeSet<>();
        collectMissing(given, missing);
        return new Replayed.Differs(
                canonical.digest(),
                computed.digest(),
                JsonDifferences.between(given, MAPPER.readTree(computed.json())),
                List.copyOf(missing));
    }

    private Optional<ResultDocument> inventory(JsonNode request) {
        ParsedRequest parsed = new InventoryRequestReader(catalog.units()).read("request", bytes(request));
        return parsed instanceof ParsedRequest.Read read
                ? Optional.of(ResultDocument.of(catalog.inventoryEngine().compute(read.request())))
                : Optional.empty();
    }

    private Optional<ResultDocument> grade(JsonNode request) {
        ParsedGrading parsed = new GradingRequestReader(catalog.units()).read("request", bytes(request));
        return parsed instanceof ParsedGrading.Refused
                ? Optional.empty()
                : Optional.of(GradeRun.of(catalog, parsed).document());
    }

    private Optional<ResultDocument> installation(JsonNode request) {
        CbamRequestReader.Parsed parsed = new CbamRequestReader(catalog.units()).read("request", bytes(request));
        return parsed instanceof CbamRequestReader.Parsed.Read read
                ? Optional.of(ResultDocument.of(catalog.cbamEngine().compute(read.request())))
                : Optional.empty();
    }

    /** The editions that a result names and that are not in the catalog. */
    private void collectMissing(JsonNode node, Set<String> missing) {
        for (var property : node.properties()) {
            JsonNode value = property.getValue();
            if (EDITION_KEYS.contains(property.getKey()) && value.isString() && !isKnown(value.asString())) {
                missing.add(value.asString());
            }
        }
        node.forEach(child -> collectMissing(child, missing));
    }

    private boolean isKnown(String edition) {
        EditionRef ref;
        try {
            ref = EditionRef.parse(edition);
        } catch (IllegalArgumentException e) {
            return true;
        }
        return catalog.methods().find(ref).isPresent()
                || catalog.schemes().find(ref).isPresent()
                || catalog.factors().findEdition(ref).isPresent();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Replayed unfit(String zh, String en) {
        return new Replayed.Unfit(new LocalText(zh, en));
    }
}
