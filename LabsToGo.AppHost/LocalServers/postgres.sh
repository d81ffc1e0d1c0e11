#!/usr/bin/env bash
# Postgres, with the database DATABASE and its administrator "postgres".
# POSTGRES_OPTIONS       more of its own (none), such as -c fsync=off for data that may be lost with the machine
# POSTGRES_ENVIRONMENT   variables for the server alone (none)
. "$(dirname "$0")/common.sh"
: "${DATABASE:?}"

# Of the version that made the data, where there are data: another one refuses them.
version=$(cat "$FOLDER/data/PG_VERSION" 2>/dev/null || ls /usr/lib/postgresql 2>/dev/null | sort -V | tail -1)
bin=/usr/lib/postgresql/$version/bin
[ -n "$version" ] && [ -x "$bin/postgres" ] || missing postgresql

# single <data> <SQL>: while no server runs on them.
single() { "${as[@]}" "$bin/postgres" --single -D "$1" postgres <<< "$2" 2>&1 | sed '/^backend>/d'; }

# Made whole beside its place: an interrupted start leaves nothing half made.
if [ ! -e "$FOLDER/data/PG_VERSION" ]; then
  rm -rf "$FOLDER/new"
  "${as[@]}" "$bin/initdb" -D "$FOLDER/new" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions > /dev/null
  write new/pg_hba.conf <<< "host all all 127.0.0.1/32 scram-sha-256"
  single "$FOLDER/new" "create database $DATABASE"
  mv "$FOLDER/new" "$FOLDER/data"
fi

# The password may be another one than at the last start.
if [ "$(cat "$FOLDER/password" 2>/dev/null)" != "$PASSWORD" ]; then
  single "$FOLDER/data" "alter user postgres password '$PASSWORD'"
  write password <<< "$PASSWORD"
fi

exec "${as[@]}" env ${POSTGRES_ENVIRONMENT:-} "$bin/postgres" -D "$FOLDER/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=4GB -c shared_preload_libraries=pg_stat_statements ${POSTGRES_OPTIONS:-} 2>&1
