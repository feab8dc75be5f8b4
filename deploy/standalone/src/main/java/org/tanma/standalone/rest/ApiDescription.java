// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.tanma.kit.rest.Problem;

/**
 * What the description of the API says of every operation alike: errors are problems, a change needs an account and a look may
 * use one, and an answer without its own description is a 200.
 */
public final class ApiDescription implements OpenApiCustomizer {
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "application/problem+json";

    /** The description before any operation is in it. */
    public static OpenAPI start(String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Tanma 碳码")
                        .version(version)
                        .description(
                                "Identifiers, templates, activity data, evaluations and carbon-efficiency codes of one"
                                        + " node. Reading needs no account, save what belongs to one enterprise; writing takes HTTP"
                                        + " Basic or a bearer token. Errors are RFC 9457 problems with all violations at once."
                                        + " Figures are decimal text with their unit beside them; instants are UTC.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(BASIC, scheme(BASIC))
                        .addSecuritySchemes(BEARER, scheme(BEARER).bearerFormat("JWT")));
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        for (PathItem path : api.getPaths().values()) {
            path.readOperationsMap().forEach((method, operation) -> {
                SecurityRequirement basic = new SecurityRequirement().addList(BASIC);
                SecurityRequirement bearer = new SecurityRequirement().addList(BEARER);
                if (method == PathItem.HttpMethod.POST) {
                    operation.setSecurity(List.of(basic, bearer));
                    operation
                            .getResponses()
                            .computeIfAbsent("401", c -> new ApiResponse().description("Not signed in"));
                } else {
                    operation.setSecurity(List.of(new SecurityRequirement(), basic, bearer));
                }
                complete(operation);
            });
        }
    }

    private static void complete(Operation operation) {
        ApiResponses responses = operation.getResponses();
        if (responses.keySet().stream().noneMatch(code -> code.startsWith("2"))) {
            Content content = responses.values().stream()
                    .map(ApiResponse::getContent)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseGet(Content::new);
            responses.addApiResponse("200", new ApiResponse().description("OK").content(content));
        }
        responses.forEach((code, response) -> {
            if (code.startsWith("4")) {
                response.setContent(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            }
        });
    }
}
