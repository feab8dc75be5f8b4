// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.rest.MappingController;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.MappingCatalog;
import org.tanma.template.map.VocabularyMapper;

/** Records in other vocabularies, wired. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {
    @Bean
    MappingController mappingController(TemplateCatalog templates, RecordDirectory directory, Disclosure disclosure) {
        MappingCatalog mappings = MappingCatalog.load();
        return new MappingController(mappings, new VocabularyMapper(mappings, templates), directory, disclosure);
    }
}
