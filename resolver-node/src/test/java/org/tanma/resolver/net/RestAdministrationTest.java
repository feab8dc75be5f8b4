// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST interface where it changes something: every route, its statuses, its ways to say who one is. */
class RestAdministrationTest extends RestCalls {
    @Nested
    class Handles {
        @Test
        void putTwice_is201Then200_andWithoutOverwrite409() throws Exception {
            HttpResponse<String> created = admin("PUT", KILN, RECORD);
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).isEqualTo("{\"responseCode\":1,\"handle\":\"20.500.12345/kiln\"}");
            assertThat(node.find("20.500.12345/kiln").orElseThrow().values()).hasSize(2);
            assertThat(admin("PUT", KILN + "?overwrite=true", RECORD.replace("a.example", "b.example"))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused = admin("PUT", KILN + "?overwrite=false", RECORD);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).get("responseCode").getAsInt()).isEqualTo(101);
            assertThat(stranger("GET", KILN, "").body()).contains("b.example");
        }

        @Test
        void put_byIndex_addsAndReplacesValues() throws Exception {
            admin("PUT", KILN, RECORD);
            String mail = "{\"values\":[{\"index\":2,\"type\":\"EMAIL\",\"data\":\"a@a.example\"}]}";

            assertThat(admin("PUT", KILN + "?index=2", mail).statusCode()).isEqualTo(200);
            assertThat(admin("PUT", KILN + "?index=various", mail.replace("a@a", "b@b"))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> there = admin("PUT", KILN + "?index=2&overwrite=false", mail);
            assertThat(there.statusCode()).isEqualTo(409);
            assertThat(json(there).get("responseCode").getAsInt()).isEqualTo(201);
            assertThat(admin("PUT", KILN + "?index=3", mail).body()).contains("index says [3]", "values at [2]");
            assertThat(admin("PUT", "/api/handles/20.500.12345/none?index=2", mail)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stranger("GET", KILN, "").body()).contains("https://a.example/", "b@b.example");
        }

        @Test
        void put_minting_namesTheHandleItMade() throws Exception {
            HttpResponse<String> minted = admin("PUT", "/api/handles/20.500.12345/?mintNewSuffix=true", RECORD);

            assertThat(minted.statusCode()).isEqualTo(201);
            String handle = json(minted).get("handle").getAsString();
            assertThat(handle).startsWith("20.500.12345/").hasSizeGreaterThan("20.500.12345/".length() + 20);
            assertThat(node.find(handle)).isPresent();
        }

        @Test
        void delete_ofValuesAndHandle_hasItsCodes() throws Exception {
            admin("PUT", KILN, RECORD);

            assertThat(admin("DELETE", KILN + "?index=1", "").statusCode()).isEqualTo(200);
            HttpResponse<String> noValue = admin("DELETE", KILN + "?index=7", "");
            assertThat(noValue.statusCode()).isEqualTo(400);
            assertThat(json(noValue).get("responseCode").getAsInt()).isEqualTo(200);
            assertThat(admin("DELETE", KILN, "").body())
                    .isEqualTo("{\"responseCode\":1,\"handle\":\"20.500.12345/kiln\"}");
            HttpResponse<String> gone = admin("DELETE", KILN, "");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(json(gone).get("responseCode").getAsInt()).isEqualTo(100);
            assertThat(stranger("GET", KILN, "").statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource({"PUT,/api/handles/20.500.12345/kiln", "DELETE,/api/handles/20.500.12345/kiln", "GET,/api/prefixes"})
        void withoutCredentials_is401AndInvites(String method, String path) throws Exception {
            admin("PUT", KILN, RECORD);

            HttpResponse<String> refused = stranger(method, path, method.equals("PUT") ? RECORD : "");

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).get("responseCode").getAsInt()).isEqualTo(402);
            assertThat(header(refused, "www-authenticate"))
                    .matches("Basic realm=\"handle\", Handle sessionId=\"[^\"]+\", nonce=\"[^\"]+\"");
        }

        @ParameterizedTest
        @CsvSource({
            "PUT, 20.500.9/x, 400, 301",
            "PUT, no-slash, 400, 102",
            "DELETE, 20.500.9/x, 400, 301",
        })
        void foreignOrBadHandle_hasItsCode(String method, String handle, int status, int code) throws Exception {
            HttpResponse<String> refused = admin(method, "/api/handles/" + handle, RECORD);

            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(json(refused).get("responseCode").getAsInt()).isEqualTo(code);
            assertThat(json(refused).get("handle").getAsString()).isEqualTo(handle);
        }

        @Test
        void badValues_areAllNamedAndNothingIsWritten() throws Exception {
            HttpResponse<String> refused =
                    admin("PUT", KILN, "[{\"index\":0,\"type\":\"URL\",\"data\":\"\"},{\"index\":1,\"data\":\"\"}]");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).get("responseCode").getAsInt()).isEqualTo(202);
            assertThat(json(refused).get("message").getAsString()).contains("[0].index", "[1].type");
            assertThat(node.find("20.500.12345/kiln")).isEmpty();
        }

        @Test
        void secrets_areReadByAdministratorsOnly() throws Exception {
            String path = "/api/handles/0.NA/20.500.12345?index=300";

            assertThat(json(stranger("GET", path, "")).get("responseCode").getAsInt())
                    .isEqualTo(200);
            assertThat(stranger("GET", path + "&publicOnly=false", "").statusCode())
                    .isEqualTo(401);
            assertThat(admin("GET", path, "").body()).contains("s:cret");
            assertThat(admin("GET", path + "&callback=f", "").body()).doesNotContain("s:cret");
        }
    }

    @Nested
    class Lists {
        private void putMany(int count) throws Exception {
            for (int i = 0; i < count; i++) {
                admin("PUT", "/api/handles/20.500.12345/h" + i, RECORD);
            }
        }

        @Test
        void pages_countFromZeroAndTotalIsAString() throws Exception {
            putMany(5);

            assertThat(admin("GET", "/api/handles?prefix=20.500.12345&page=1&pageSize=2", "")
                            .body())
                    .isEqualTo(
                            "{\"responseCode\":1,\"prefix\":\"20.500.12345\",\"totalCount\":\"5\",\"page\":1,\"pageSize\":2,"
                                    + "\"handles\":[\"20.500.12345/h2\",\"20.500.12345/h3\"]}");
            assertThat(admin("GET", "/api/handles?prefix=20.500.12345&pageSize=0", "")
                            .body())
                    .contains("\"totalCount\":\"5\"", "\"handles\":[]");
            assertThat(json(admin("GET", "/api/handles/?prefix=20.500.12345&pageSize=-1", ""))
                            .getAsJsonArray("handles"))
                    .hasSize(5);
            assertThat(json(admin("GET", "/api/handles?prefix=20.500.12345", ""))
                            .getAsJsonArray("handles"))
                    .hasSize(5);
            assertThat(json(admin("GET", "/api/handles?prefix=20.500.12345&page=9&pageSize=2", ""))
                            .getAsJsonArray("handles"))
                    .isEmpty();
        }

        @Test
        void prefixes_areTold() throws Exception {
            assertThat(admin("GET", "/api/prefixes", "").body())
                    .isEqualTo("{\"responseCode\":1,\"prefixes\":[\"0.NA/20.500.12345\"]}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/api/handles?prefix=20.500.12345&page=x", "/api/handles?prefix=20.500.12345&pageSize=1e9"})
        void noNumber_isRefused(String path) throws Exception {
            assertThat(admin("GET", path, "").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Credentials {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "300%3A0.NA/20.500.12345 | wrong",
                    "300%3A0.NA/20.500.12345 | s",
                    "301%3A0.NA/20.500.12345 | s:cret",
                    "300%3A0.NA/other | s:cret",
                    "nobody | s:cret",
                    "0%3A0.NA/20.500.12345 | s:cret"
                })
        void wrongBasic_is401(String user, String secret) throws Exception {
            HttpResponse<String> refused = as(RestNode.basic(user, secret), "PUT", KILN, RECORD);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).get("responseCode").getAsInt()).isEqualTo(402);
            assertThat(header(refused, "www-authenticate")).startsWith("Basic ");
            assertThat(node.find("20.500.12345/kiln")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Bearer x | 401",
                    "Basic %%% | 400",
                    "Basic YQ== | 400",
                    "Handle sessionId | 400",
                    "Handle sessionId=\"a\", sessionId=\"b\" | 400",
                    "Handle sessionId=\"unknown\" | 401",
                    "Handle clientCert=\"true\" | 401",
                })
        void otherHeaders_areRefusedWithAReason(String header, int status) throws Exception {
            HttpResponse<String> refused = as(header, "PUT", KILN, RECORD);

            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(json(refused).get("message").getAsString()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"300%3A0.NA/20.500.12345", "300%3A0.NA%2F20.500.12345", "300%3a0.na/20.500.12345"})
        void userName_isPercentDecoded(String user) throws Exception {
            assertThat(as(RestNode.basic(user, RestNode.SECRET), "PUT", KILN, RECORD)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Nested
    class Pages {
        @Test
        void callback_isCalledWithTheAnswer() throws Exception {
            HttpResponse<String> called = stranger("GET", KILN + "?callback=a.b$_1", "");

            assertThat(called.statusCode()).isEqualTo(200);
            assertThat(header(called, "content-type")).startsWith("application/javascript");
            assertThat(called.body()).isEqualTo("/**/a.b$_1({\"responseCode\":100,\"handle\":\"20.500.12345/kiln\"});");
        }

        @ParameterizedTest
        @ValueSource(strings = {"alert(1)//", "", "a..b", "%3Cscript%3E", "1a", "a%0Ab"})
        void callback_thatIsNoName_isRefused(String callback) throws Exception {
            HttpResponse<String> refused = stranger("GET", KILN + "?callback=" + callback, "");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(header(refused, "content-type")).startsWith("application/json");
        }

        @Test
        void otherPages_mayAskAsThePublic() throws Exception {
            assertThat(header(stranger("GET", KILN, ""), "access-control-allow-origin"))
                    .isEqualTo("*");
            HttpResponse<String> asked = stranger("OPTIONS", KILN, "");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(header(asked, "allow")).isEqualTo("GET, HEAD, PUT, DELETE, OPTIONS");
            assertThat(header(asked, "access-control-allow-headers")).isEqualTo("Authorization, Content-Type");
            assertThat(header(asked, "access-control-allow-credentials")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "POST,/api/handles/20.500.12345/kiln,'GET, HEAD, PUT, DELETE, OPTIONS'",
            "PUT,/api/site,'GET, HEAD, OPTIONS'",
            "DELETE,/api/prefixes,'GET, HEAD, OPTIONS'",
            "PUT,/api/handles,'GET, HEAD, OPTIONS'",
            "GET,/api/sessions,'POST, OPTIONS'",
            "PATCH,/api/sessions/this,'GET, HEAD, PUT, POST, DELETE, OPTIONS'"
        })
        void otherMethods_are405AndToldWhichThereAre(String method, String path, String allowed) throws Exception {
            HttpResponse<String> refused = stranger(method, path, "");

            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(header(refused, "allow")).isEqualTo(allowed);
        }
    }
}
