// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.label.credential.SignedStatement;

/** Writes a code and its standing as the items of the {@code label} template, in its order. */
final class LabelRecords {
    private final CodeLinks links;

    LabelRecords(CodeLinks links) {
        this.links = links;
    }

    LabelRecord of(LabelContent content, SignedStatement signed, Standing standing) {
        GradedResult result = content.result();
        Grading grading = result.grading();
        Map<String, String> items = new LinkedHashMap<>();
        items.put("enterprise", result.enterpriseHandle());
        items.put("year", Integer.toString(result.year()));
        items.put("carbonLevel", grading.level().code());
        items.put("efficiencyGrade", Integer.toString(grading.efficiencyGrade()));
        putUnlessNull(items, "carbonNeutralShare", grading.carbonNeutralSharePercent());
        items.put("intensity", grading.intensity().value());
        items.put("intensityUnit", grading.intensity().unit());
        items.put("relativeIntensity", grading.ratio());
        items.put("scheme", grading.scheme().id());
        items.put("schemeEdition", grading.scheme().edition());
        items.put("method", result.basis().method().id());
        items.put("methodEdition", result.basis().method().edition());
        items.put("resultDigest", "sha256:" + result.resultDigest());
        items.put("issuedAt", content.issuedAt().toString());
        items.put("validUntil", content.validUntil().toString());
        items.put("codeVersion", Integer.toString(content.version()));
        items.put("pageUrl", links.url(content.token()));
        items.put("signatureKeyId", signed.keyId());
        items.put("status", standing.kind().code());
        putUnlessNull(items, "statusReason", standing.reason());
        putUnlessNull(items, "supersededBy", successorHandle(content, standing));
        items.put("demonstration", Boolean.toString(result.isDemonstration()));
        return new LabelRecord(content.handle(), result.enterpriseHandle(), items, standing.sequence());
    }

    private static @Nullable String successorHandle(LabelContent content, Standing standing) {
        String successor = standing.successor();
        return successor == null ? null : LabelComposer.handle(content.result().enterpriseHandle(), successor);
    }

    private static void putUnlessNull(Map<String, String> items, String code, @Nullable String text) {
        if (text != null) {
            items.put(code, text);
        }
    }
}
