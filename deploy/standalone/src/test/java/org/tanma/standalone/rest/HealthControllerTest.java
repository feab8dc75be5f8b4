// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.tanma.standalone.rest.HealthController.Health;

class HealthControllerTest {
    private final AtomicBoolean isEnding = new AtomicBoolean();

    private HealthController controller(String status, Map<String, String> checks) {
        NodeStatus now = new NodeStatus(status, "1", "88.118", Instant.EPOCH, Instant.EPOCH, checks, Map.of());
        return new HealthController(() -> now, isEnding::get);
    }

    private static ResponseEntity<Health> ready(HealthController controller) {
        return java.util.Objects.requireNonNull(controller.ready().block(Duration.ofSeconds(10)));
    }

    @Test
    void wellNode_passes() {
        ResponseEntity<Health> answer = ready(controller("up", Map.of("udp", NodeStatus.OK)));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(new Health("pass", false, Map.of("udp", "pass")));
    }

    @Test
    void failedCheck_is503AndNamed() {
        ResponseEntity<Health> answer = ready(controller("degraded", Map.of("disk", "has 3 MiB left")));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody()).isEqualTo(new Health("fail", false, Map.of("disk", "has 3 MiB left")));
    }

    @Test
    void endingNode_isAliveAndNotReady() {
        isEnding.set(true);
        HealthController controller = controller("up", Map.of());
        assertThat(ready(controller).getStatusCode().value()).isEqualTo(503);
        assertThat(controller.live().getStatusCode().value()).isEqualTo(200);
    }
}
