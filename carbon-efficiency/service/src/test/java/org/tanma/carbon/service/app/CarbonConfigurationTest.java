// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.rest.ActivityDataController;
import org.tanma.carbon.service.rest.EditionController;
import org.tanma.carbon.service.rest.EvaluationController;
import org.tanma.carbon.service.rest.PeerSetController;
import org.tanma.carbon.service.rest.PortraitController;
import org.tanma.kit.sql.SqlConfig;

class CarbonConfigurationTest {
    @Test
    void wiresEverything_fromItsThreeBeans(@TempDir Path directory) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    CarbonConfig.class,
                    () -> new CarbonConfig(new SqlConfig.Embedded(directory), "zhejiang-carbon-efficiency"));
            context.registerBean(IdentifierPlane.class, EmptyPlane::new);
            context.registerBean(InstantSource.class, () -> InstantSource.fixed(CarbonFixture.NOW));
            context.register(CarbonConfiguration.class);
            context.refresh();
            assertThat(context.getBean(EvaluationService.class).list(CarbonFixture.CEMENT))
                    .isEmpty();
            assertThat(context.getBean(ActivityDataController.class)).isNotNull();
            assertThat(context.getBean(EvaluationController.class)).isNotNull();
            assertThat(context.getBean(PeerSetController.class)).isNotNull();
            assertThat(context.getBean(EditionController.class).schemes()).isNotEmpty();
            assertThat(context.getBean(PortraitController.class)).isNotNull();
            assertThat(directory.resolve("carbon.db")).exists();
        }
    }

    private static final class EmptyPlane implements IdentifierPlane {
        @Override
        public Optional<EnterpriseProfile> findEnterprise(String handle) {
            return Optional.empty();
        }

        @Override
        public Optional<DeviceProfile> findDevice(String handle) {
            return Optional.empty();
        }

        @Override
        public boolean exists(String handle) {
            return false;
        }
    }
}
