#!/usr/bin/env bash
# Sets up what is missing, builds, and runs the tests against real servers of their own.
#   ./test.sh                                       everything but soak
#   ./test.sh unit|reference|integration|security|faults|browser    just those; several may be named
#   ./test.sh soak    faults at random points for LABSTOGO_SOAK_MINUTES (20), from LABSTOGO_SOAK_SEED on; not a part of everything
set -uo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(unit reference integration security faults browser)
projects=()
for name in "${names[@]}"; do
  case $name in
    unit) projects+=(LabsToGo.UnitTests) ;;
    reference) projects+=(LabsToGo.ReferenceTests) ;;
    integration) projects+=(LabsToGo.IntegrationTests) ;;
    security) projects+=(LabsToGo.SecurityTests) ;;
    faults | soak) projects+=(LabsToGo.FaultTests) ;;
    browser) projects+=(LabsToGo.BrowserTests) ;;
    *) echo "There are no tests called '$name'. Try: unit, reference, integration, security, faults, browser, soak." >&2; exit 2 ;;
  esac
done

need_dotnet
[[ " ${names[*]} " =~ " "(integration|security|faults|soak|browser)" " ]] && need_servers
[[ " ${names[*]} " =~ " "(faults|soak)" " ]] && need_clocks
[[ " ${names[*]} " =~ " browser " ]] && need chromium chromium
install_missing
build LabsToGo.sln -p:Orchestrator=embedded || exit 1

passed=0 failed=0 results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for project in "${projects[@]}"; do
  say "$project"
  report=$results/$project.xml
  explicit=off
  [ "${names[*]}" = soak ] && explicit=only
  dotnet "tests/$project/bin/Release/net10.0/$project.dll" -noLogo -noColor -explicit $explicit -showLiveOutput -result-xml "$report"
  code=$?
  counts=$(sed -n 's/.*<assembly \([^>]*\)>.*/\1/p' "$report" 2>/dev/null | head -1)
  good=$(grep -o ' passed="[0-9]*"' <<<" $counts" | tr -dc 0-9) bad=$(grep -o ' failed="[0-9]*"' <<<" $counts" | tr -dc 0-9) broken=$(grep -o ' errors="[0-9]*"' <<<" $counts" | tr -dc 0-9)
  good=${good:-0} bad=$((${bad:-0} + ${broken:-0}))
  # A run that died, or that found nothing to run, is a failure as well.
  if [ $bad -eq 0 ] && { [ $code -ne 0 ] || [ $good -eq 0 ]; }; then
    echo "$project ended with code $code after $good passed tests."
    bad=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
done

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
