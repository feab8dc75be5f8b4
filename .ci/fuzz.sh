#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Looks for octets that make a reader fail: see .ci/README.md.
#   .ci/fuzz.sh [-t SECONDS] [-j AT_A_TIME] [FUZZER…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=600
at_a_time=2
heap=512m
rss_mb=2048
slow=${FUZZ_SLOW_SECONDS:-60}
while getopts "t:j:" option; do
    case "$option" in
        t) seconds=$OPTARG ;;
        j) at_a_time=$OPTARG ;;
        *) echo "usage: .ci/fuzz.sh [-t SECONDS] [-j AT_A_TIME] [FUZZER…]" >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))

module=resolver-node
tests=$module/src/test
out=$PWD/$module/target/fuzz
mkdir -p "$out"
rm -f "$out"/*/pid
: >"$out/summary"

if [ -z "${FUZZ_CLASSPATH:-}" ]; then
    mvn -B -ntp -q -Dtanma.fast -Pfuzz -pl "$module" -am test-compile \
        dependency:build-classpath -Dmdep.outputFile="$out/classpath" </dev/null
    FUZZ_CLASSPATH=$PWD/$module/target/test-classes:$PWD/$module/target/classes:$(cat "$out/classpath")
fi
export FUZZ_CLASSPATH

# One fuzzer: its corpus in the tree is where it begins; what it finds goes to target/fuzz/NAME. Its threads are a session of
# their own at the lowest priority, so that whatever else the machine does goes first.
fuzz() {
    local class=$1 name=${1##*.} log code=0 cpu executed coverage features units crashes started=$SECONDS
    local -a options=()
    local dir=$out/$name
    rm -rf "$dir/crashes"
    mkdir -p "$dir/corpus" "$dir/crashes"
    log=$dir/log
    case "$name" in
        # Batch files name other files, wherever these are.
        BatchFileFuzzer) options+=(--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal) ;;
        # Its hook fails where Netty's queues store numbers.
        *ConnectionFuzzer) options+=(--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer) ;;
    esac
    (cd "$dir" && exec setsid --wait bash -c 'echo $$ >pid; { echo 19 >/proc/self/autogroup; } 2>&-; exec nice -n 19 "$@"' fuzz \
        java -Xmx"$heap" -XX:-UseContainerSupport -cp "$FUZZ_CLASSPATH" \
        com.code_intelligence.jazzer.Jazzer --target_class="$class" --instrumentation_includes='org.tanma.**' "${options[@]}" \
        --reproducer_path="$dir/crashes" -artifact_prefix="$dir/crashes/" -max_total_time="$seconds" -timeout="$slow" \
        -rss_limit_mb="$rss_mb" -max_len=8192 -print_final_stats=1 "$dir/corpus" "$seeds/$name") >"$log" 2>&1 </dev/null || code=$?
    rm -f "$dir/pid"
    times >"$dir/times"
    cpu=$(sed -n '2s/^\([0-9]*\)m\([0-9]*\).*/\1 * 60 + \2/p' "$dir/times")
    executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    coverage=$(sed -n 's/^#.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    features=$(sed -n 's/^#.* ft: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    units=$(find "$dir/corpus" -type f | wc -l)
    crashes=$(find "$dir/crashes" -type f \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' -o -name 'leak-*' \) | wc -l)
    printf '%-24s %4d s %4d s cpu %10s executions %6s edges %6s features %5d inputs kept %3d crashes exit %d\n' "$name" \
        $((SECONDS - started)) $((cpu)) "${executed:-?}" "${coverage:-?}" "${features:-?}" "$units" "$crashes" "$code" | tee -a "$out/summary"
    [ "$code" -eq 0 ] && [ "$crashes" -eq 0 ] && [ -n "$executed" ]
}
# What was begun ends with this script, however that ends.
end() {
    local pid
    for pid in "$out"/*/pid; do
        [ ! -e "$pid" ] || kill "$(cat "$pid")" 2>/dev/null || true
    done
}
trap end EXIT
trap 'exit 130' INT TERM
export -f fuzz
export out seconds heap rss_mb slow
seeds=$PWD/$tests/resources/fuzz
export seeds

classes=$(cd "$tests/java" && grep -rl 'void fuzzerTestOneInput' --include='*Fuzzer.java' . | sort | sed 's#^\./##; s#/#.#g; s#\.java$##')
if [ "$#" -gt 0 ]; then
    known=$classes
    classes=$(for name in "$@"; do grep -E "(^|\.)$name\$" <<<"$known" || { echo "no fuzzer $name" >&2; exit 2; }; done)
fi
status=0
xargs -P "$at_a_time" -I{} bash -c 'fuzz {}' <<<"$classes" &
wait $! || status=1
exit "$status"
