#!/usr/bin/env bash
# Ours beside a plain gradient ("xg"), bundle by bundle, as a Markdown table.
#
#   job/benchmark.sh BUNDLE_DIR ... [-- PEER_COMMAND ...]
#
# PEER_COMMAND BUNDLE_DIR grad prints one line of JSON with the "seconds" of one gradient; without it
# our own gradient is the unit. Ours runs on the kernels that OpenBLAS picks for this processor, whatever
# the environment asks for. Needs python3 for the table.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

bundles=() peer=()
while (($#)); do
  if [[ $1 == -- ]]; then
    shift
    peer=("$@")
    break
  fi
  bundles+=("$1")
  shift
done

echo "| loss | P | N | methods | xg | cold | warm | warm / xg | GFLOP | GFLOP/s | predicted | MiB |"
echo "|---|---|---|---|---|---|---|---|---|---|---|---|"
for bundle in "${bundles[@]}"; do
  before=$(((${#peer[@]})) && "${peer[@]}" "$bundle" grad || echo '{}')
  ours=$(env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE "$home/submit.sh" --master 'local[1]' \
    --driver-memory 4g bench "$bundle" 2>/dev/null | tail -1)
  after=$(((${#peer[@]})) && "${peer[@]}" "$bundle" grad || echo '{}')
  python3 - "$before" "$ours" "$after" <<'PYTHON'
import json, sys
before, ours, after = (json.loads(a) for a in sys.argv[1:])
xg = min(p["seconds"] for p in (before, after)) if "seconds" in before else ours["gradient"]
ms = lambda s: f"{1e3 * s:,.3g} ms" if s < 1 else f"{s:.2f} s"
print(f"| {ours['bundle']} | {ours['P']:,} | {ours.get('N', 1):,} | {ours['method']} | {ms(xg)} "
      f"| {ms(ours['first'])} | {ms(ours['median'])} | {ours['median'] / xg:.1f} "
      f"| {ours['GFLOP']:.3g} | {ours['GFLOP/s']:.3g} | {ms(ours['predicted'])} | {ours['MiB']:.0f} |")
PYTHON
done
