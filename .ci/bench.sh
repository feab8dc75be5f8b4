#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the micro-benchmarks with what they allocate: see .ci/README.md.
#   .ci/bench.sh [--module MODULE] [JMH OPTION…]
# MODULE is resolver-node unless given; carbon-efficiency/engine has the inventory's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

module=resolver-node
if [ "${1:-}" = --module ]; then
    module=${2:?"which module?"}
    shift 2
fi
out=$PWD/$module/target/bench
mkdir -p "$out/sources" "$out/classes"
mvn -B -ntp -q -Dtanma.fast -Pbench -pl "$module" -am test-compile \
    dependency:build-classpath -Dmdep.outputFile="$out/classpath" </dev/null
classpath=$PWD/$module/target/test-classes:$PWD/$module/target/classes:$(cat "$out/classpath")

java -cp "$classpath" org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator \
    "$module/target/test-classes" "$out/sources" "$out/classes" default
find "$out/sources" -name '*.java' >"$out/list"
javac -proc:none -cp "$classpath" -d "$out/classes" "@$out/list"
exec java -cp "$out/classes:$classpath" org.openjdk.jmh.Main -prof gc "$@"
