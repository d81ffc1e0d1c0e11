#!/usr/bin/env bash
# Sets up what is missing, builds, and runs the whole stack until Ctrl-C.
#   ./run.sh           keeps the data of the last run
#   ./run.sh --fresh   begins with empty servers
# Settings of the AppHost can follow: ./run.sh --Servers=local
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

arguments=()
for argument in "$@"; do
  if [ "$argument" = --fresh ]; then arguments+=(--Fresh=true); else arguments+=("$argument"); fi
done

# Before the build: it would change the files that the other start runs.
lock=${DataFolder:-.labstogo/data}/lock
[ ! -e "$lock" ] || flock --nonblock "$lock" true || { echo "LabsToGo SMS is already running from this folder. Stop it where it was started, with Ctrl-C." >&2; exit 1; }

need_dotnet
containers_answer || need_servers
install_missing
build LabsToGo.AppHost
exec dotnet run --project LabsToGo.AppHost -c Release --no-build --launch-profile http -- ${arguments[@]+"${arguments[@]}"}
