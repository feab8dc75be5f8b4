// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.Violation;

/**
 * Checks what an applicant filled in: against the template of applications, and against that of the enterprise record which an
 * approval makes of it, so that no approval fails later.
 */
final class FormCheck {
    private static final String ENTERPRISE = "enterprise";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");
    private static final int MAX_FURTHER = 32_768;

    private final String nodePrefix;
    private final TemplateCatalog catalog;
    private final RecordValidator validator;
    private final AccountStore accounts;
    private final MetadataTemplate template;
    private final RecordValidator forms;

    FormCheck(String nodePrefix, TemplateCatalog catalog, RecordValidator validator, AccountStore accounts) {
        this.nodePrefix = nodePrefix;
        this.catalog = catalog;
        this.validator = validator;
        this.accounts = accounts;
        TemplateCatalog withForm = TemplateCatalog.load(nodePrefix);
        this.template = withForm.read("application.json", text());
        withForm.publish(template);
        this.forms = new RecordValidator(withForm);
    }

    private static String text() {
        try (InputStream in = FormCheck.class.getResourceAsStream("application.json")) {
            if (in == null) {
                throw new IllegalStateException("application.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of an application. */
    MetadataTemplate template() {
        return template;
    }

    /** The items of the enterprise record that this form makes. */
    Map<String, String> enterpriseItems(ApplicationForm form) {
        Map<String, String> items = new LinkedHashMap<>();
        for (TemplateItem item : catalog.get(ENTERPRISE).items()) {
            String value = form.items().get(item.code());
            if (value != null) {
                items.put(item.code(), value);
            }
        }
        return items;
    }

    List<WordedViolation> violations(ApplicationForm form) {
        List<WordedViolation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Violation> all = new ArrayList<>(forms.validate(template, form.items()));
        all.addAll(validator.validate(catalog.get(ENTERPRISE), enterpriseItems(form)));
        for (Violation violation : all) {
            if (seen.add(violation.path())) {
                found.add(worded(violation));
            }
        }
        if (form.further().length() > MAX_FURTHER) {
            found.add(new WordedViolation(
                    "further",
                    form.further().length() + "",
                    new Wording("JSON 对象，至多 32768 个字符", "a JSON object of at most 32768 characters"),
                    Wording.NONE));
        }
        if (!form.prefix().isEmpty() && !isEnterprisePrefix(form.prefix())) {
            found.add(new WordedViolation(
                    "prefix",
                    form.prefix(),
                    new Wording(nodePrefix + ".N，N 为 1 至 9999999", nodePrefix + ".N, N from 1 to 9999999"),
                    Wording.NONE));
        }
        if (!ACCOUNT.matcher(form.account()).matches()
                || accounts.find(form.account()).isPresent()) {
            found.add(new WordedViolation(
                    "account",
                    form.account(),
                    new Wording(
                            "未被使用的账户名：2 至 64 个小写字母、数字、点和连字符，以字母或数字开头",
                            "a free account name: 2 to 64 small letters, digits, dots and hyphens, letter or digit first"),
                    Wording.NONE));
        }
        return found;
    }

    /** True for {@code <node prefix>.<number>}. */
    boolean isEnterprisePrefix(String prefix) {
        return prefix.startsWith(nodePrefix + ".")
                && prefix.substring(nodePrefix.length() + 1).matches("[1-9][0-9]{0,6}");
    }

    private static WordedViolation worded(Violation v) {
        return new WordedViolation(
                v.path(), v.given(), words(v.allowed()), v.hint().isEmpty() ? words(v.problem()) : words(v.hint()));
    }

    private static Wording words(BilingualText text) {
        return new Wording(text.zh(), text.en());
    }
}
