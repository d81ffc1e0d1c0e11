#!/usr/bin/env bash
# Measures the whole pipeline beside a bare HttpClient loop, in one run on this machine.
#   ./bench.sh             50,000 and 1,000,000 recipients
#   ./bench.sh --quick     50,000 only
#   --only PART            one of pipeline, planning, callbacks (of messages that another part sent), import, growth, pages
#   ./bench.sh --lists     short for --only pages: fills in a million patients and ten million messages, asks for every list page 1,000 times at random depths and
#                          filters, and prints p50, p99 (bar 50 ms) and the plan of the slowest
#   --json FILE            the figures as JSON as well
#   ./bench.sh --functions the functions alone: segments, rendering, signature, and creating a message with and without Twilio's package (BenchmarkDotNet)
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh
need_dotnet
if [ "${1:-}" = --functions ]; then
  install_missing
  build bench/LabsToGo.Benchmarks
  exec dotnet bench/LabsToGo.Benchmarks/bin/Release/net10.0/LabsToGo.Benchmarks.dll
fi
need_servers
install_missing
build bench/LabsToGo.Bench
exec dotnet bench/LabsToGo.Bench/bin/Release/net10.0/LabsToGo.Bench.dll "$@"
