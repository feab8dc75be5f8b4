// SPDX-License-Identifier: Apache-2.0
/**
 * The whole node in one JVM: the command line, the start and stop of every part, the adapters that join the services, the
 * sample data. Entry type: {@link org.tanma.standalone.app.TanmaMain}. Nothing depends on it.
 */
@NullMarked
package org.tanma.standalone.app;

import org.jspecify.annotations.NullMarked;
