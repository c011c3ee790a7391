#!/bin/sh
# usage: private-keyring.sh FOLDER
# A session bus with an unlocked keyring of its own, kept in FOLDER. Prints the bus address once secrets can be stored,
# and ends both daemons when its standard input closes: so they never outlive whoever started this, however that ends.
set -eu
folder=$1
mkdir -p "$folder/data"
chmod 700 "$folder" "$folder/data"
# Sockets have short names only: not in FOLDER, which may be deep.
runtime=$(mktemp -d)
bus= keyring=
stop() {
  trap - EXIT INT TERM HUP
  for daemon in $keyring $bus; do kill "$daemon" 2>/dev/null || true; done
  wait
  rm -rf "$runtime"
}
trap stop EXIT
trap 'exit 1' INT TERM HUP

# Without service folders the bus starts nothing by itself: the only keyring on it is the one below.
cat >"$runtime/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$runtime/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
dbus-daemon --config-file="$runtime/bus.conf" --nofork --nopidfile </dev/null >/dev/null 2>"$folder/bus.log" &
bus=$!

[ -s "$folder/password" ] || (umask 077 && head -c 24 /dev/urandom | base64 >"$folder/password")
export DBUS_SESSION_BUS_ADDRESS="unix:path=$runtime/bus" XDG_RUNTIME_DIR="$runtime" XDG_DATA_HOME="$folder/data"

answers() {
  dbus-send --session --print-reply --reply-timeout=1000 --dest="$1" "$2" "$3" "string:$4" 2>/dev/null
}
wait_for() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "no keyring: see $folder/*.log" >&2; exit 1; }
    sleep 0.05
  done
}
bus_is_up() { answers org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner none >/dev/null; }
keyring_is_up() {
  answers org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias default |
    grep -q 'object path "/org'
}
wait_for bus_is_up
gnome-keyring-daemon --foreground --components=secrets --unlock <"$folder/password" >/dev/null 2>"$folder/keyring.log" &
keyring=$!
wait_for keyring_is_up

echo "$DBUS_SESSION_BUS_ADDRESS"
cat >/dev/null
