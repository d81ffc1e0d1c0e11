#!/usr/bin/env bash
# Writes docs/licences.md from the lock files and the restored packages. Run it when packages have changed; a test compares the two.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}

# resolved <lock file>...: "id version", once each.
resolved() {
  awk '/^      "[^"]+": \{/ { gsub(/[":{ ]/, ""); id = $0 } /"resolved":/ { gsub(/[",]/, ""); print id, $2 }' "$@" | sort -fu
}

# licence <folder of the package> <nuspec>: its SPDX expression, or what its licence file begins with.
licence() {
  local tag
  tag=$(tr -d '\r' <"$2" | tr '\n' ' ' | grep -o '<license [^<]*</license>' | head -1)
  case $tag in
    *'type="expression"'*) sed 's/<[^>]*>//g' <<<"$tag" ;;
    *'type="file"'*)
      local file="$1/$(sed 's/<[^>]*>//g' <<<"$tag")"
      if grep -qi 'apache license' "$file"; then echo Apache-2.0
      elif grep -qi 'permission is hereby granted, free of charge' "$file"; then echo MIT
      elif grep -qi 'redistribution and use in source and binary forms' "$file"; then echo BSD
      else echo "its own: $(grep -m1 '[[:alnum:]]' "$file" | tr -d '\r#|')"; fi ;;
    *)
      # An older package names an address instead. What stands there was read once.
      if grep -q '<licenseUrl>https://github.com/twilio/twilio-csharp/blob/HEAD/LICENSE<' "$2"; then echo MIT; else echo "UNKNOWN"; fi ;;
  esac
}

mapfile -t shipped_locks < <(ls LabsToGo.*/packages.lock.json)
mapfile -t other_locks < <(ls tests/*/packages.lock.json bench/*/packages.lock.json)
shipped=$(resolved "${shipped_locks[@]}")

{
  echo "# Licences of the packages"
  echo
  echo "Of all packages in the lock files, those that come along with others included. Made by \`scripts/licences.sh\`."
  echo
  echo "| package | version | licence | part of |"
  echo "|---|---|---|---|"
  resolved "${shipped_locks[@]}" "${other_locks[@]}" | while read -r id version; do
    folder=$packages/${id,,}/$version
    grep -qxF "$id $version" <<<"$shipped" && part=services || part="tests and bench"
    echo "| $id | $version | $(licence "$folder" "$folder/${id,,}.nuspec") | $part |"
  done
} >docs/licences.md
grep -c '^| [^p-]' docs/licences.md | sed 's/$/ packages/'
