// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.replay.JsonDifferences;
import org.tanma.carbon.report.replay.Replayed;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.text.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Computes a kept evaluation once more from a file, without the node that kept it.
 *
 * <p>Shape of the file: what {@link EvaluationService#document} gives. Contract: pure; thread-safe. A file that was formatted anew is compared in
 * the form that is kept; digests that do not fit their parts are differences, too.
 */
public final class EvaluationReplay {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final EvaluationComputation computation;

    public EvaluationReplay(EngineCatalog catalog) {
        this.computation = new EvaluationComputation(
                catalog,
                KindCatalog.load(catalog.methods(), catalog.units()),
                IndustryCatalog.load(),
                SchemeBook.ofShipped(catalog));
    }

    /** Whether these octets are an evaluation as a node gives it. */
    public static boolean isEvaluation(byte[] document) {
        try {
            return MAPPER.readTree(document).path("kind").asString("").equals(EvaluationDocument.KIND);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** @param document a file for which {@link #isEvaluation} holds */
    public Replayed replay(byte[] document) {
        JsonNode given = MAPPER.readTree(document);
        EvaluationInputs inputs;
        EvaluationResult result;
        try {
            inputs = CanonicalJson.read(given.path("inputs").toString(), EvaluationInputs.class);
            result = CanonicalJson.read(given.path("result").toString(), EvaluationResult.class);
        } catch (JacksonException e) {
            return unfit("文件不完整：" + e.getOriginalMessage(), "the file is not whole: " + e.getOriginalMessage());
        }
        Set<String> missing = new TreeSet<>(inputs.dataEditions());
        computation.dataEditions().forEach(missing::remove);
        EvaluationComputation.Computed computed;
        try {
            computed = computation.compute(inputs);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return unfit("输入无法计算：" + e.getMessage(), "the inputs cannot be computed: " + e.getMessage());
        }
        if (!(computed instanceof EvaluationComputation.Computed.Whole whole)) {
            return unfit("按现有版本，输入不完整", "by the editions here the inputs are incomplete");
        }
        if (given.has(EvaluationDocument.WITHHELD)) {
            return withoutGrade(given, whole.result(), List.copyOf(missing));
        }
        String text = CanonicalJson.write(whole.result());
        String digest = CanonicalJson.digest(text);
        String givenDigest = CanonicalJson.digest(CanonicalJson.write(result));
        boolean isWhole =
                given.path("inputsDigest").asString("").equals(CanonicalJson.digest(CanonicalJson.write(inputs)))
                        && given.path("resultDigest").asString("").equals(givenDigest);
        return isWhole && digest.equals(givenDigest)
                ? new Replayed.Same(digest)
                : new Replayed.Differs(
                        givenDigest,
                        digest,
                        JsonDifferences.between(given.path("result"), MAPPER.readTree(text)),
                        List.copyOf(missing));
    }

    /** Peers' figures were withheld, so that all but the grade is compared. */
    private static Replayed withoutGrade(JsonNode given, EvaluationResult result, List<String> missing) {
        JsonNode computed = MAPPER.readTree(CanonicalJson.write(result));
        JsonNode kept = given.path("result").deepCopy();
        ((ObjectNode) computed).remove("grade");
        ((ObjectNode) kept).remove("grade");
        ResultDocument now = ResultDocument.canonical(computed);
        ResultDocument then = ResultDocument.canonical(kept);
        return now.equals(then)
                ? new Replayed.InPart(
                        now.digest(),
                        new LocalText(
                                "碳效等级（同行数据未随文件提供）", "the grade, for the figures of its peers are not in the file"))
                : new Replayed.Differs(then.digest(), now.digest(), JsonDifferences.between(kept, computed), missing);
    }

    private static Replayed unfit(String zh, String en) {
        return new Replayed.Unfit(new LocalText(zh, en));
    }
}
