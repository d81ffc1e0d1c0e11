# Sourced by run.sh and test.sh: installs what this machine lacks, and only that.

say() { printf '\n== %s\n' "$*"; }

# need <program or file> <Debian package>: remembers the package when the program is missing.
missing=()
need() {
  local program=$1 package=$2
  command -v "$program" >/dev/null 2>&1 || [ -e "$program" ] || compgen -G "$program" >/dev/null || missing+=("$package")
}

install_missing() {
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Missing: ${missing[*]}. Install them, for example: apt-get install ${missing[*]}" >&2; exit 1; }
    sudo=(sudo)
  fi
  command -v apt-get >/dev/null || { echo "Missing: ${missing[*]} (Debian's names). Install them with this system's package manager." >&2; exit 1; }
  say "Installing ${missing[*]}"
  # The packages would start servers of their own; ours run from this folder, so those stay off.
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee $policy >/dev/null && "${sudo[@]}" chmod +x $policy && made=1
  fi
  "${sudo[@]}" apt-get update -qq || true
  local failed=
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || failed=1
  [ -z "$made" ] || "${sudo[@]}" rm -f $policy
  [ -z "$failed" ] || { echo "apt-get could not install ${missing[*]}; see above." >&2; exit 1; }
  missing=()
}

need_dotnet() {
  command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  need /usr/share/zoneinfo/America/New_York tzdata
}

need_servers() {
  need '/usr/lib/postgresql/*/bin/postgres' postgresql
  need redis-server redis-server
  need /usr/lib/rabbitmq/bin/rabbitmq-server rabbitmq-server
}

# For services with a wrong clock.
need_clocks() { need '/usr/lib/*/faketime/libfaketimeMT.so.1' libfaketime; }

# For the S3 server of the tests, which they install themselves: tests/s3rver.
need_s3() {
  need node nodejs
  need npm npm
}

# The model checker, and the compiler that it needs.
need_spin() {
  need spin spin
  need cc gcc
  need /usr/include/stdlib.h libc6-dev
}

# Docker's or Podman's engine: then the servers are containers.
containers_answer() { docker info >/dev/null 2>&1 || podman info >/dev/null 2>&1; }

# Chromium without a window, which takes half the processor time of the whole one.
need_browser() { need "${LABSTOGO_CHROMIUM:-chromium-headless-shell}" chromium-headless-shell; }

# One compiler for all the projects, which is warm from the second on. It would wait for ten minutes for more. No profile is taken of what it does: that is paid
# back in hours, not in minutes, and costs a third of the time.
build() {
  local compiler=labstogo-$$ code=0 process
  say "Building ($*)"
  DOTNET_TieredPGO=0 dotnet build "$@" -c Release -v quiet --nologo -clp:ErrorsOnly -p:UseSharedCompilation=true -p:SharedCompilationId=$compiler || code=$?
  for process in $(grep -alse "-pipename:$compiler" /proc/[0-9]*/cmdline); do
    kill "$(basename "$(dirname "$process")")" 2>/dev/null || true  # the search finds itself, too
  done
  return $code
}
