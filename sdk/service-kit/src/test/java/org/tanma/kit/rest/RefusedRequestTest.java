// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.tanma.kit.page.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RefusedRequestTest {
    private record Body(String enterprise, Integer year) {}

    @Test
    void unknownPath_isNamedWithoutTheFrameworksWords() {
        Problem problem = problem(new NoResourceFoundException(URI.create("/api/v1/nope"), "api/v1/nope"));
        assertThat(problem).isEqualTo(Problem.of("not-found", 404, "Not found", "There is nothing at /x.", List.of()));
    }

    @Test
    void wrongMethod_saysWhichAreTaken() {
        Problem problem = problem(new MethodNotAllowedException(HttpMethod.PUT, List.of(HttpMethod.GET)));
        assertThat(problem.violations()).containsExactly(new Violation("method", "PUT", "GET", ""));
    }

    @Test
    void wrongMediaType_saysWhichAreRead() {
        Problem problem = problem(new UnsupportedMediaTypeStatusException(
                MediaType.APPLICATION_XML, List.of(MediaType.APPLICATION_JSON)));
        assertThat(problem.status()).isEqualTo(415);
        assertThat(problem.violations())
                .containsExactly(new Violation("Content-Type", "application/xml", "application/json", ""));
    }

    @Test
    void missingBody_namesNoJavaMethod() {
        var reason =
                new IllegalStateException("No request body for: public Mono<Answer> org.tanma.Controller.report()");
        Problem problem = problem(new ServerWebInputException("No request body", null, reason));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).doesNotContain("Controller").contains("/openapi.json");
    }

    @Test
    void fieldOfWrongKind_isNamedWithWhatWasGivenAndWhatIsAllowed() {
        assertThat(problem(decoding("{\"year\":\"abc\"}")).violations())
                .containsExactly(new Violation("year", "abc", "a whole number", ""));
    }

    @Test
    void unknownField_isNamedWithTheKnownOnes() {
        assertThat(problem(decoding("{\"yaer\":2025}")).violations())
                .containsExactly(new Violation("yaer", "yaer", "one of enterprise, year", ""));
    }

    @Test
    void brokenJson_saysWhere() {
        assertThat(problem(decoding("{bad")).detail()).contains("not JSON").contains("line 1, column");
    }

    @Test
    void otherStatus_keepsItsReasonWithOneStop() {
        Problem problem = problem(new ResponseStatusException(HttpStatus.GONE, "It has ended."));
        assertThat(problem.detail()).isEqualTo("It has ended.");
    }

    private static ServerWebInputException decoding(String json) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            mapper.readValue(json, Body.class);
            throw new AssertionError("it was read: " + json);
        } catch (JacksonException e) {
            return new ServerWebInputException("Failed to read HTTP message", null, e);
        }
    }

    private static Problem problem(ResponseStatusException e) {
        return RefusedRequest.problem(e, "PUT", "/x").in(Language.EN);
    }
}
