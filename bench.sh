#!/usr/bin/env bash
# Measures the whole pipeline beside a bare HttpClient loop, in one run on this machine.
#   ./bench.sh             50,000 and 1,000,000 recipients
#   ./bench.sh --quick     50,000 only
#   --json FILE            the figures as JSON as well
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh
need_dotnet
need_servers
install_missing
build bench/LabsToGo.Bench -p:Orchestrator=embedded
exec dotnet bench/LabsToGo.Bench/bin/Release/net10.0/LabsToGo.Bench.dll "$@"
