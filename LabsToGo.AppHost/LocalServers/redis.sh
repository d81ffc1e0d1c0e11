#!/usr/bin/env bash
# Redis.
. "$(dirname "$0")/common.sh"
server=$(command -v redis-server) || missing redis-server

# In a file: a command line is everybody's to read.
write redis.conf <<END
bind 127.0.0.1
port $PORT
dir $FOLDER
requirepass $PASSWORD
save 60 1
daemonize no
END
exec "${as[@]}" "$server" "$FOLDER/redis.conf"
