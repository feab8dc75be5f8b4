// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;

class ValueReaderTest {
    private static List<HandleValue> read(String json) {
        return ValueReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static RestRefusedException refusal(String json) {
        return catchThrowableOfType(RestRefusedException.class, () -> read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'index':1,'type':'URL','data':'窑'}",
                "[{'index':1,'type':'URL','data':{'format':'string','value':'窑'}}]",
                "{'values':[{'index':'1','type':'URL','data':{'format':'base64','value':'56qR'}}],'handle':'a/b','x':1}",
                "[{'index':1,'type':'URL','data':{'format':'hex','value':'E7aa91'},'ttl':'86400','permissions':'1110'}]"
            })
    void body_ofAnyShape_isTheSameValue(String json) {
        assertThat(read(json.replace('\'', '"'))).containsExactly(HandleValue.text(1, "URL", "窑", 0));
    }

    @Test
    void value_withEverything_isReadWhole() {
        HandleValue value =
                read("{\"index\":2,\"type\":\"A\",\"data\":17,\"ttl\":\"2026-11-21T00:00:00Z\",\"permissions\":\"0101\","
                                + "\"timestamp\":\"2025-01-01T01:00:00+01:00\",\"references\":[{\"handle\":\"a/b\",\"index\":3}]}")
                        .get(0);

        assertThat(value.dataAsText()).isEqualTo("17");
        assertThat(value.ttl()).isEqualTo(new Ttl(true, 1_795_219_200));
        assertThat(value.permissions()).isEqualTo(new ValuePermissions(false, true, false, true));
        assertThat(value.timestampSeconds()).isEqualTo(1_735_689_600);
        assertThat(value.references()).containsExactly(new ValueReference("a/b", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS_SECKEY", "hs_seckey.x"})
    void secret_withoutPermissions_isForAdministrators(String type) {
        assertThat(read("{\"index\":300,\"type\":\"" + type + "\",\"data\":\"s\"}")
                        .get(0)
                        .permissions())
                .isEqualTo(ValuePermissions.PRIVATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | the body is 7; allowed is an object of data, index, permissions, references, timestamp, ttl, type",
                "{'values':7} | values is 7; allowed is an array of at most 2048 values",
                "[{'type':'A','data':''}] | [0].index is nothing; allowed is a whole number from 1 to 2147483647",
                "[{'index':0,'type':'A','data':''}] | [0].index is 0; allowed is a whole number from 1",
                "[{'index':1.5,'type':'A','data':''}] | [0].index is 1.5; allowed is a whole number",
                "[{'index':2147483648,'type':'A','data':''}] | [0].index is 2147483648; allowed is",
                "[{'index':1,'data':''}] | [0].type is nothing; allowed is a string",
                "[{'index':1,'type':'','data':''}] | [0].type is 0 octets; allowed is 1 to 65536",
                "[{'index':1,'type':'A'}] | [0].data is nothing; allowed is a string, or an object of format and value",
                "[{'index':1,'type':'A','data':{'value':''}}] | [0].data.format is nothing; allowed is a string",
                "[{'index':1,'type':'A','data':{'format':'xml','value':''}}] | [0].data.format is \"xml\"; allowed is string, base64,",
                "[{'index':1,'type':'A','data':{'format':'base64','value':'%'}}] | [0].data.value is \"%\"; allowed is base64",
                "[{'index':1,'type':'A','data':{'format':'hex','value':'abc'}}] | [0].data.value is \"abc\"; allowed is pairs of hex",
                "[{'index':1,'type':'A','data':'','tll':1}] | [0].tll is a member not known; allowed is data, index,",
                "[{'index':1,'type':'A','data':'','ttl':-1}] | [0].ttl is -1; allowed is a whole number from 0 to 4294967295",
                "[{'index':1,'type':'A','data':'','permissions':'11'}] | [0].permissions is \"11\"; allowed is 4 to 4 digits 0 or 1",
                "[{'index':1,'type':'A','data':'','timestamp':'now'}] | [0].timestamp is \"now\"; allowed is an instant such as",
                "[{'index':1,'type':'A','data':'','references':[{'handle':'x','index':1}]}] | [0].references[0].handle is \"x\"; allowed is a handle",
                "[{'index':1,'type':'A','data':''},{'index':1,'type':'B','data':''}] | [1].index is 1, the index of [0]; allowed is each index once",
                "[{'index':1,'type':'HS_ADMIN','data':{'format':'admin','value':{'handle':'a/b','index':1,'permissions':'2'}}}] | [0].data.value.permissions is \"2\"; allowed is 1 to 16 digits",
                "[{'index':1,'type':'HS_PUBKEY','data':{'format':'key','value':{'kty':'RSA','n':'AQAB','e':'AQAB','d':'AQ'}}}] | [0].data.value is a private key; allowed is the public key alone",
                "[{'index':1,'type':'HS_PUBKEY','data':{'format':'key','value':{'kty':'EC'}}}] | [0].data.value.kty is \"EC\"; allowed is RSA, DSA or DH",
                "[{'index':1,'type':'HS_VLIST','data':{'format':'vlist','value':{}}}] | [0].data.value is {}; allowed is an array of at most 2048",
                "[{'index':1,'type':'HS_SITE','data':{'format':'site','value':{'servers':[{'address':'here'}]}}}] | [0].data.value.servers[0].address is \"here\"; allowed is an IPv4",
            })
    void violation_namesPathGivenAndAllowed(String json, String sentence) {
        RestRefusedException refused = refusal(json.replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(ResponseCode.INVALID_VALUE);
        assertThat(refused.sentence()).contains(sentence);
    }

    @Test
    void violations_areAllSaid() {
        assertThat(refusal("[{\"index\":0,\"type\":1,\"data\":{}},{\"index\":1,\"ttl\":true,\"data\":[]}]")
                        .sentence())
                .contains("[0].index", "[0].type", "[0].data.format", "[1].type", "[1].ttl", "[1].data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1,]", "{} {}", "{\"index\":1,\"index\":2}", "[100000000000000000000000000000000000]"})
    void noJson_isRefusedAsSuch(String json) {
        assertThat(refusal(json).code()).isEqualTo(ResponseCode.PROTOCOL_ERROR);
        assertThat(refusal(json).sentence()).startsWith("the body is ");
    }

    @Test
    void nesting_hasALimit() {
        assertThat(refusal("[".repeat(JsonBody.DEPTH) + "]".repeat(JsonBody.DEPTH))
                        .code())
                .isEqualTo(ResponseCode.INVALID_VALUE);
        assertThat(refusal("[".repeat(JsonBody.DEPTH + 1) + "]".repeat(JsonBody.DEPTH + 1))
                        .code())
                .isEqualTo(ResponseCode.PROTOCOL_ERROR);
    }

    @Test
    void values_haveALimit() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 1; i <= HandleRecord.MAX_VALUES; i++) {
            json.append(i == 1 ? "" : ",").append("{\"index\":").append(i).append(",\"type\":\"A\",\"data\":\"\"}");
        }
        assertThat(read(json + "]")).hasSize(HandleRecord.MAX_VALUES);
        assertThatThrownBy(() -> read(json + ",{\"index\":9999,\"type\":\"A\",\"data\":\"\"}]"))
                .hasMessageContaining("2049 values");
    }

    @Test
    void data_hasALimit() {
        String longest = "a".repeat(WireLimits.ARRAY_OCTETS);

        assertThat(read("{\"index\":1,\"type\":\"A\",\"data\":\"" + longest + "\"}")
                        .get(0)
                        .dataLength())
                .isEqualTo(WireLimits.ARRAY_OCTETS);
        assertThat(refusal("{\"index\":1,\"type\":\"A\",\"data\":\"" + longest + "a\"}")
                        .sentence())
                .contains("data is 262145 octets; allowed is at most 262144");
    }
}
