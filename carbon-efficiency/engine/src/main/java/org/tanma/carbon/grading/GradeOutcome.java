// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

/** What grading came to. Not gradable is a result, not an error. */
public sealed interface GradeOutcome permits Grade, NotGradable {}
