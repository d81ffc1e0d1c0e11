#!/usr/bin/env bash
# Sets up what is missing, builds, and runs the tests against real servers of their own.
#   ./test.sh                                       everything but soak
#   ./test.sh unit|reference|model|integration|security|faults|browser    just those; several may be named
#   ./test.sh faults --full      fifty dead workers in one campaign instead of five
#   ./test.sh model --full       two dead workers in the model instead of one
#   ./test.sh security --full    1,000 generated bodies per endpoint instead of 100, 200 addresses instead of 50; LABSTOGO_FUZZ_SEED repeats a run
#   ./test.sh soak    faults at random points, three times for LABSTOGO_SOAK_MINUTES (20), from LABSTOGO_SOAK_SEED on; a broker that is away for ten
#                     minutes; the night in which summer time begins. Not a part of everything
# What fails is run once more, alone, at the end. What passes then is printed as "flaky: name" and counts as passed, up to two of them.
set -uo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh
. scripts/testing.sh

names=()
for argument in "$@"; do
  if [ "$argument" = --full ]; then export LABSTOGO_FULL=1; else names+=("$argument"); fi
done
[ ${#names[@]} -gt 0 ] || names=(faults browser integration security model unit reference)
projects=()
for name in "${names[@]}"; do
  case $name in
    unit) projects+=(LabsToGo.UnitTests) ;;
    reference) projects+=(LabsToGo.ReferenceTests) ;;
    model) projects+=(model) ;;
    integration) projects+=(LabsToGo.IntegrationTests) ;;
    security) projects+=(LabsToGo.SecurityTests) ;;
    faults | soak) projects+=(LabsToGo.FaultTests) ;;
    browser) projects+=(LabsToGo.BrowserTests) ;;
    *) echo "There are no tests called '$name'. Try: unit, reference, model, integration, security, faults, browser, soak." >&2; exit 2 ;;
  esac
done

need_dotnet
[[ " ${names[*]} " =~ " "(integration|security|faults|soak|browser)" " ]] && need_servers
[[ " ${names[*]} " =~ " "(faults|soak)" " ]] && need_clocks
[[ " ${names[*]} " =~ " integration " ]] && need_s3
[[ " ${names[*]} " =~ " "(browser|security)" " ]] && need_browser
[[ " ${names[*]} " =~ " model " ]] && need_spin
install_missing
SECONDS=0
# As run.sh builds: the first that fails ends it.
set -e
[ "${names[*]}" = model ] || build LabsToGo.sln
set +e
took=("build: $SECONDS s")

holes=0
if [[ " ${names[*]} " =~ " security " ]]; then
  say "Known vulnerabilities of packages"
  scripts/vulnerabilities.sh || holes=1
fi

explicit=off
[ "${names[*]}" = soak ] && explicit=only
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# Two at once, each with servers and ports of its own. Three were tried: on two cores all of it then takes longer.
if [ ${#projects[@]} -eq 1 ]; then
  run ${projects[0]}
else
  lane &
  lane &
  wait
fi

passed=0 failed=$holes flaky=()
for project in "${projects[@]}"; do
  count $project
done

summary
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
