// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.rest.Wording;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code records} of a request such as single registrations send, read one by one; the template may stand in it. */
final class JsonSource implements RowSource {
    /** Reads one element of the array; what follows it is not looked at. */
    private static final JsonMapper ELEMENTS = JsonRow.JSON
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonParser parser;
    private long place;

    private JsonSource(JsonParser parser) {
        this.parser = parser;
    }

    static RowSource open(Path file, MetadataTemplate template) throws IOException {
        JsonParser parser = JsonRow.JSON.createParser(new BufferedInputStream(Files.newInputStream(file)));
        try {
            goToRecords(parser, template);
            return new JsonSource(parser);
        } catch (JacksonException e) {
            parser.close();
            throw unreadable(e);
        } catch (RuntimeException e) {
            parser.close();
            throw e;
        }
    }

    private static void goToRecords(JsonParser parser, MetadataTemplate template) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableSourceException(new Wording("不是 JSON 对象", "the file is not a JSON object"));
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if ("records".equals(name) && value == JsonToken.START_ARRAY) {
                return;
            }
            if ("template".equals(name) && value == JsonToken.VALUE_STRING) {
                requireTemplate(parser.getString(), template);
            } else if (value != null && value.isStructStart()) {
                throw new UnreadableSourceException(new Wording(
                        "“" + name + "”不应是数组或对象", "'" + name + "' is an array or object where none is expected"));
            }
        }
        throw new UnreadableSourceException(new Wording("没有数组 records", "there is no array 'records'"));
    }

    private static void requireTemplate(String named, MetadataTemplate template) {
        if (!named.equals(template.name())) {
            throw new UnreadableSourceException(new Wording(
                    "文件中写的模板是“" + named + "”，请求的是“" + template.name() + "”",
                    "the file names template '" + named + "', the request '" + template.name() + "'"));
        }
    }

    private static UnreadableSourceException unreadable(JacksonException e) {
        return new UnreadableSourceException(
                new Wording(
                        "无法按 JSON 读取：" + e.getOriginalMessage(),
                        "the file cannot be read as JSON: " + e.getOriginalMessage()),
                e);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public long expectedRows() {
        return -1;
    }

    @Override
    public Optional<SourceRow> next() {
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            JsonNode record = ELEMENTS.readTree(parser);
            return Optional.of(new JsonRow(++place, record.toString()));
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (NumberFormatException e) {
            throw new UnreadableSourceException(new Wording("有一个数的指数过大", "a number has too large an exponent"), e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
