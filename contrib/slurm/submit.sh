#!/usr/bin/env bash
# Submits a sweep as a job array, and the job that joins its shards:
#   OUT=results SHARDS=100 contrib/slurm/submit.sh SCENARIO.toml --lever ... --points ...
# Everything behind the name of the script goes to `vessels sweep`. OUT must be on a disk that all nodes share.
#   ONLY=3,17   submits these shards again, and the job that joins all of them
#   ARGUMENTS   more options of sbatch, such as "--partition=long --account=me"
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
: "${OUT:?the folder of the shards, on a disk that all nodes share}"
: "${SHARDS:?how many shards}"
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
export OUT SHARDS VESSELS="${VESSELS:-vessels}" TABLE="${TABLE:-$OUT}"
read -ra more <<< "${ARGUMENTS:-}"
log=(--output "$OUT/log-%x-%A-%a.txt")
sweep=$(sbatch --parsable --export=ALL --array="${ONLY:-1-$SHARDS}" "${log[@]}" "${more[@]}" "$here/sweep.sbatch" "$@")
sweep=${sweep%%;*}
merge=$(sbatch --parsable --export=ALL --dependency="afterok:$sweep" --kill-on-invalid-dep=yes \
  --output "$OUT/log-%x-%j.txt" "${more[@]}" "$here/merge.sbatch")
echo "$sweep ${merge%%;*}"
