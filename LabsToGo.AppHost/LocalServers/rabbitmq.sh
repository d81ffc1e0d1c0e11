#!/usr/bin/env bash
# RabbitMQ with the user "labstogo". Without its management plugin, which takes five seconds to end.
# DISTRIBUTION_PORT, EPMD_PORT   Erlang's, and of a port mapper of its own: the machine's shared one would be left behind
# VIRTUAL_HOSTS     their names (/)
# DISK_FREE_LIMIT   with less room than this on its disk it takes no messages (200MB)
. "$(dirname "$0")/common.sh"
: "${DISTRIBUTION_PORT:?}" "${EPMD_PORT:?}"

# Debian's wrapper on the PATH changes the user itself, so the script behind it is taken.
server=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x $server ] || missing rabbitmq-server

hosts=() permissions=()
for host in ${VIRTUAL_HOSTS:-/}; do
  hosts+=("{ \"name\": \"$host\" }")
  permissions+=("{ \"user\": \"labstogo\", \"vhost\": \"$host\", \"configure\": \".*\", \"write\": \".*\", \"read\": \".*\" }")
done
list() { local IFS=,; echo "$*"; }
write definitions.json <<END
{
  "users": [{ "name": "labstogo", "password": "$PASSWORD", "tags": "administrator" }],
  "vhosts": [$(list "${hosts[@]}")],
  "permissions": [$(list "${permissions[@]}")]
}
END
write rabbitmq.conf <<END
listeners.tcp.1 = 127.0.0.1:$PORT
load_definitions = $FOLDER/definitions.json
disk_free_limit.absolute = ${DISK_FREE_LIMIT:-200MB}
log.console.level = warning
END
write enabled_plugins <<< "[]."

export HOME=$FOLDER
# Makes the script become the server instead of watching over it.
export RUNNING_UNDER_SYSTEMD=1
export RABBITMQ_NODENAME=labstogo@localhost RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_CONFIG_FILE=$FOLDER/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=$FOLDER/enabled_plugins RABBITMQ_PID_FILE=$FOLDER/pid
export RABBITMQ_MNESIA_BASE=$FOLDER/data RABBITMQ_LOG_BASE=$FOLDER/log RABBITMQ_LOGS=-
export RABBITMQ_DIST_PORT=$DISTRIBUTION_PORT RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
export ERL_EPMD_PORT=$EPMD_PORT ERL_EPMD_ADDRESS=127.0.0.1

# Dies with this process, however that ends; after the last line this process is the server.
"${as[@]}" setpriv --pdeathsig KILL -- epmd -port "$EPMD_PORT" -address 127.0.0.1 &
exec "${as[@]}" $server
