#!/usr/bin/env bash
# contrib/slurm on a real scheduler: slurmctld and slurmd on this machine, eight shards, one of them cancelled and repeated,
# one deleted and repeated, joined, and compared with an undivided run byte by byte.
#
#   tests/cluster/slurm.sh [PROGRAM]       target/release/vessels when not given
#
# Needs root and apt (Debian, Ubuntu). Stops only the daemons that it started. Without root, apt or a network it says so and ends with
# code 0; REQUIRED=1 makes that an error.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:-$root/target/release/vessels}")
packages=(slurmctld slurmd slurm-client munge)

skip() {
  echo "skipped: $*" >&2
  [ -z "${REQUIRED:-}" ] || exit 1
  exit 0
}
say() { printf '%6.1f s  %s\n' "$(echo "$(date +%s.%N) - $started" | bc)" "$*"; }
started=$(date +%s.%N)

[ -x "$program" ] || { echo "there is no program $program: cargo build --release" >&2; exit 2; }
[ "$(id -u)" = 0 ] || skip "a scheduler can only be started by root"
command -v bc > /dev/null || say() { echo "$*"; }
if ! command -v slurmctld munged > /dev/null; then
  command -v apt-get > /dev/null || skip "there is no apt-get, and no slurmctld and munged"
  install=(apt-get install -y --no-install-recommends "${packages[@]}")
  { "${install[@]}" || { apt-get update && "${install[@]}"; }; } > /dev/null 2>&1 || skip "apt-get cannot install ${packages[*]}"
fi
pgrep -x slurmctld > /dev/null && skip "another slurmctld runs on this machine"

work=$(mktemp -d)
chmod 755 "$work"
host=$(hostname -s)
stop() {
  status=$?
  for daemon in slurmd slurmctld munged; do
    if [ -s "$work/$daemon.pid" ]; then
      kill "$(cat "$work/$daemon.pid")" 2> /dev/null || true
    fi
  done
  if [ "$status" != 0 ]; then
    tail -n 20 "$work"/*.log "$work"/out/log-* 2> /dev/null >&2 || true
  fi
  sleep 1
  rm -rf "$work"
  exit "$status"
}
trap stop EXIT

# A key and a socket of our own: a munged that is there stays as it is.
install -d -o munge -g munge -m 755 "$work/munge"
head -c 1024 /dev/urandom > "$work/munge/key"
chown munge: "$work/munge/key"
chmod 600 "$work/munge/key"
socket=$work/munge/socket
runuser -u munge -- munged --force --key-file="$work/munge/key" --socket="$socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed"
for _ in $(seq 50); do [ -s "$work/munge/pid" ] && break; sleep 0.1; done
cp "$work/munge/pid" "$work/munged.pid"

cat > "$work/slurm.conf" <<EOF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$socket
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SwitchType=switch/none
SlurmctldPort=16817
SlurmdPort=16818
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_min_interval=50000,bf_interval=1
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MaxArraySize=10001
KillWait=2
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmdSpoolDir=$work/spool
StateSaveLocation=$work/state
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 CoresPerSocket=2 RealMemory=1000 State=UNKNOWN
PartitionName=p Nodes=$host Default=YES MaxTime=INFINITE State=UP
EOF
export SLURM_CONF=$work/slurm.conf
mkdir "$work/state" "$work/spool"
slurmctld -f "$SLURM_CONF" -c
slurmd -f "$SLURM_CONF" -N "$host"
for _ in $(seq 100); do
  [ "$(sinfo -h -o %T 2> /dev/null)" = idle ] && break
  sleep 0.2
done
[ "$(sinfo -h -o %T)" = idle ] || { sinfo >&2; echo 'the node does not come up' >&2; exit 1; }
say "$(slurmctld -V) with a node of two processors"

points=${POINTS:-160000}
arguments=(reference --lever "detectors.grooming.fixed.fpr=1e-5 .. 1e-3 log" --design sobol --points "$points"
  --metric flags --metric backlog@review)
export VESSELS=$program OUT=$work/out TABLE=$work/table SHARDS=8 ARGUMENTS=
submit() { "$root/contrib/slurm/submit.sh" "${arguments[@]}"; }
stem=reference.sobol.${points}x1
shard() { printf '%s/%s.shard-%04d-of-0008.parquet' "$OUT" "$stem" "$1"; }
blocks() { find "$OUT/.$stem.$(printf 'shard-%04d-of-0008' "$1").blocks" -name '0*.parquet' 2> /dev/null | wc -l; }
# Waits until no job of the two is waiting or running.
ended() {
  for _ in $(seq 3000); do
    [ -z "$(squeue -h -j "$1" 2> /dev/null)" ] && return
    sleep 0.1
  done
  squeue >&2
  echo 'the jobs do not end' >&2
  exit 1
}

read -r sweep merge <<< "$(submit)"
say "eight shards are job $sweep, the merge is job $merge"
for _ in $(seq 3000); do
  [ "$(blocks 5)" -ge 2 ] && break
  sleep 0.02
done
scancel --signal=KILL --full "${sweep}_5"
say "shard 5 is killed when it has $(blocks 5) blocks"
ended "$sweep,$merge"
kept=$(blocks 5)
[ ! -e "$(shard 5)" ] || { echo 'shard 5 was too fast to be killed' >&2; exit 1; }
for other in 1 2 3 4 6 7 8; do [ -s "$(shard $other)" ]; done
[ ! -e "$TABLE" ] || { echo 'a table without shard 5' >&2; exit 1; }
say "seven shards are there, shard 5 is not, $kept of its blocks are kept, and nothing was merged"
refused=$("$program" merge "$OUT" --out "$TABLE" 2>&1) && exit 1
say "merge says: $refused"

ONLY=5 submit > "$work/jobs"
ended "$(tr ' ' , < "$work/jobs")"
[ -s "$TABLE/$stem.parquet" ]
say 'shard 5 is repeated, and all are merged'

"$program" sweep "${arguments[@]}" --out "$work/whole" --quiet
diff -r "$TABLE" "$work/whole"
say "the table is that of an undivided run, byte by byte: $(cat "$TABLE"/* | wc -c) bytes in $(find "$TABLE" -type f | wc -l) files"

rm -r "$(shard 2)" "$TABLE"
ONLY=2 submit > "$work/jobs"
ended "$(tr ' ' , < "$work/jobs")"
diff -r "$TABLE" "$work/whole"
say 'shard 2 is deleted, repeated and merged: the same bytes'
[ -z "$(find "$OUT" "$TABLE" -name '.*' -not -path "$OUT")" ] || { echo 'something is left behind' >&2; exit 1; }
say 'nothing is left behind; done'
