// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

class CaffeineAnswerCacheTest extends AnswerCacheContractTest {
    CaffeineAnswerCacheTest() {
        super(AnswerCacheConfig.Place.HEAP);
    }
}
