# Sourced by the scripts beside it. Each runs one of this machine's own servers, on 127.0.0.1 alone, in the foreground until it is told to end.
# PORT      where it listens
# FOLDER    its data, kept between runs
# PASSWORD  letters and digits
set -euo pipefail
: "${PORT:?}" "${FOLDER:?}" "${PASSWORD:?}"

# Servers never run as root (Postgres refuses to).
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=nobody --regid=nogroup --clear-groups --)

mkdir -p "$(dirname "$FOLDER")"
# Below a home that is closed to others that user reaches nothing: the data live elsewhere, and a link leads there.
if ! "${as[@]}" test -x "$(dirname "$FOLDER")"; then
  there=/var/tmp/labstogo-$(printf %s "$FOLDER" | sha256sum | cut -c1-12)
  mkdir -p "$there"
  ln -sfn "$there" "$FOLDER"
  FOLDER=$there
fi
mkdir -p "$FOLDER"
chmod 700 "$FOLDER"
[ ${#as[@]} -eq 0 ] || [ "$(stat -c %U "$FOLDER")" = nobody ] || chown -R nobody:nogroup "$FOLDER"
umask 077

# missing <Debian package>
missing() { echo "This server is not on this machine. Debian and Ubuntu have it in the package $1: sudo apt-get install $1" >&2; exit 127; }

# write <file>: its text from the standard input.
write() { "${as[@]}" tee "$FOLDER/$1" > /dev/null; }

# Where the script was started need not be theirs to enter.
cd "$FOLDER"
