// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of tests of the network faces: every buffer that was tracked and collected without being given back
 * fails it. A leak may be told of a class too late, when its buffer is collected only then, but it is told.
 */
public final class LeakCheck implements AfterAllCallback {
    private static final String FACES = "org.tanma.resolver.net";
    private static final int ROUNDS = 3;

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        if (tests.getEnclosingClass() != null || !tests.getPackageName().startsWith(FACES)) {
            return;
        }
        if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            throw new AssertionError("buffers are tracked at level " + ResourceLeakDetector.getLevel());
        }
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            ByteBufAllocator.DEFAULT.buffer().release();
            UnpooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
        List<String> leaks = List.copyOf(RecordingLeakDetector.LEAKS);
        RecordingLeakDetector.LEAKS.clear();
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " buffers were not given back, for instance " + leaks.get(0));
        }
    }
}
