#!/usr/bin/env bash
# Walks the model of the protocol (tests/protocol/delivery.pml) through whole, by spin: as it is, nothing may be wrong; with each fault put back, just that
# must be found.
#   scripts/model.sh [report]    the report is one like those of the test projects
# LABSTOGO_FULL=1: two workers die instead of one.
set -uo pipefail
cd "$(dirname "$0")/.."
model=$PWD/tests/protocol/delivery.pml
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

passed=0 failed=0

# check <fault> <what spin must say> <in words>
check() {
  local fault=$1 expected=$2 words=$3 said
  mkdir "$folder/$fault"
  said=$(cd "$folder/$fault" && spin -a -DFAULT="$fault" -DDEATHS=$((1 + ${LABSTOGO_FULL:-0})) "$model" && cc -w -O1 -DSAFETY -DCOLLAPSE -o pan pan.c \
    && ./pan -m10000 -w24 2>&1)
  # A search that did not reach the end of its space proves nothing.
  if grep -q "$expected" <<< "$said" && ! grep -q "max search depth too small\|out of memory" <<< "$said"; then
    passed=$((passed + 1))
    printf '%s (%s states)\n' "$words" "$(sed -n 's/^ *\([0-9]*\) states, stored.*/\1/p' <<< "$said")"
  else
    failed=$((failed + 1))
    printf 'FAIL: %s\n%s\n' "$words" "$said"
    [ ! -e "$folder/$fault/delivery.pml.trail" ] || (cd "$folder/$fault" && spin -t -p -DFAULT="$fault" -k delivery.pml.trail "$model" | tail -60)
  fi
}

double='assertion violated.*has\['
check 0 'errors: 0' "Nobody is texted twice or late, and every run ends"
check 1 "$double" "A list that proves no absence is found to double"
check 2 "$double" "A second round of POSTs under a lease that ran out is found to double"
check 3 'assertion violated *!(stoppedLate)' "A POST that waits after its claim is found to be late"
check 4 "$double" "A repeated word about an earlier attempt is found to double"

printf '<assembly passed="%s" failed="%s" errors="0" />\n' $passed $failed > "${1:-/dev/null}"
[ $failed -eq 0 ]
