#!/usr/bin/env bash
# Sets up what is missing, builds, and runs the whole stack until Ctrl-C.
#   ./run.sh           keeps the data of the last run
#   ./run.sh --fresh   begins with an empty database
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

need_dotnet
engine=$(dotnet msbuild LabsToGo.AppHost -getProperty:Orchestrator 2>/dev/null || true)
if [ "$engine" = aspire ]; then
  exec dotnet run --project LabsToGo.AppHost -c Release --launch-profile http -- "$@"
fi
need_servers
install_missing
offer_dashboard
build LabsToGo.AppHost -p:Orchestrator=embedded
exec dotnet LabsToGo.AppHost/bin/Release/net10.0/LabsToGo.AppHost.dll "$@"
