// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.sdk.node.BatchReport;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.QueryText;

/**
 * Registers records of one template.
 *
 * <p>A batch of which some or all rows were refused is no error: the report says which and why. Errors: {@link
 * org.tanma.sdk.node.NodeException} when there is no report. Safe between threads.
 */
public final class RegistrationClient {
    private static final String PATH = "/api/v1/registrations";
    private final NodeConnection node;

    public RegistrationClient(NodeConnection node) {
        this.node = node;
    }

    /** Registers the rows of a CSV file in UTF-8, whose first line names the template's items. */
    public BatchReport registerCsv(String template, byte[] csv, RegistrationOptions options) {
        return registerTable(template, FileFormat.CSV, csv, options, Optional.empty());
    }

    /**
     * Registers the rows of a table.
     *
     * @param format {@link FileFormat#CSV} or {@link FileFormat#XLSX}
     * @param mint rule for rows that name no handle; empty for that of their prefix
     */
    public BatchReport registerTable(
            String template, FileFormat format, byte[] table, RegistrationOptions options, Optional<String> mint) {
        QueryText path = QueryText.of(PATH)
                .and("template", template)
                .and("atomic", options.isAtomic())
                .and("dryRun", options.isDryRun());
        if (mint.isPresent()) {
            path = path.and("mint", mint.get());
        }
        return node.post(path.toString(), format.mediaType(), table).requiredReport();
    }

    public BatchReport register(String template, List<RegistrationRecord> records, RegistrationOptions options) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RegistrationRecord record : records) {
            Map<String, Object> row = new LinkedHashMap<>();
            record.handle().ifPresent(handle -> row.put("handle", handle));
            row.put("items", record.items());
            rows.add(row);
        }
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("template", template);
        batch.put("atomic", options.isAtomic());
        batch.put("dryRun", options.isDryRun());
        batch.put("records", rows);
        return node.postJson(PATH, batch).requiredReport();
    }
}
