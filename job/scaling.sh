#!/usr/bin/env bash
# One core beside two, method by method, and what Spark adds to a run, as Markdown tables.
#
#   job/scaling.sh [-r REPEATS] [-n TIMES] [-m "METHOD ..."] BUNDLE_DIR ...
#
# By local[1] and local[2] in turn, which come first in turn, too; the former's JVM has one core for all
# it does (taskset), the latter's two. What takes less than a second per core is done by the driver's
# own threads, the rest by tasks, as in any run ("by": driver where both are). Figures are medians over
# the repeats (3 unless given). With -n every example is there as many times, as a data set that
# executors hold. A method that cannot serve a loss has no row. The kernels are those that OpenBLAS picks
# for this processor, whatever the environment asks for. Needs python3, with NumPy for -n.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

usage() {
  sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

repeats=3 times=1 methods="index site curvature"
while getopts r:n:m: option; do
  case $option in
    r) repeats=$OPTARG ;;
    n) times=$OPTARG ;;
    m) methods=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
(($#)) || usage

job() { # cores, command and its words
  local cores=$1
  shift
  env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE taskset -c "0-$((cores - 1))" \
    "$home/submit.sh" --master "local[$cores]" --driver-memory 4g "$@" 2>>"$scratch/stderr"
}

bench() { # bundle, method: prints a row
  local lines=$scratch/bench data=() order i cores
  : >"$lines"
  if ((times > 1)); then
    columns=$(python3 "$home/job/repeat_examples.py" "$1" "$times" "$scratch/examples.npz")
    data=(data.path="$scratch/examples.npz" data.columns="$columns" data.broadcast=true)
  fi
  for ((i = 0; i < repeats; i++)); do
    ((i % 2)) && order="2 1" || order="1 2"
    for cores in $order; do
      job "$cores" bench "$1" "method=$2" ${data[@]+"${data[@]}"} | tail -1 >>"$lines" ||
        { echo "no row: $(basename "$1") $2: $(tail -1 "$scratch/stderr")" >&2; return; }
    done
  done
  python3 - "$2" "$lines" <<'PYTHON'
import json, statistics, sys
runs = [json.loads(line) for line in open(sys.argv[2])]
times = {n: [r["median"] for r in runs if r["cores"] == n] for n in (1, 2)}
one, two = (statistics.median(times[n]) for n in (1, 2))
ratios = sorted(a / b for a, b in zip(times[1], times[2]))
ms = lambda s: f"{1e3 * s:,.3g} ms" if s < 1 else f"{s:.2f} s"
r = runs[0]
print(f"| {r['bundle']} | {sys.argv[1]} | {r['P']:,} | {r.get('N', 1):,} | {r['tasks']} | {r['GFLOP']:.3g} "
      f"| {'driver' if all(r['driver'] for r in runs) else 'tasks'} | {ms(one)} | {ms(two)} | **{one / two:.2f}** "
      f"| {ratios[0]:.2f}–{ratios[-1]:.2f} |", flush=True)
PYTHON
}

echo "| loss | method | P | N | units | GFLOP | by | local[1] | local[2] | ratio | least–most |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for bundle; do
  for method in $methods; do
    bench "$bundle" "$method"
  done
done

# What is left of a run that has next to nothing to compute.
for ((i = 0; i < repeats; i++)); do
  for cores in 1 2; do
    start=$(date +%s%N)
    job "$cores" run "$home/conf/examples/linear" partitions=8 report=false \
      output.path="$scratch/tiny" output.if-exists=overwrite >/dev/null
    wall=$((($(date +%s%N) - start) / 1000))
    python3 -c 'import json, sys; s = json.load(open(sys.argv[1]))
print(json.dumps({"cores": sys.argv[2], "all": int(sys.argv[3]) / 1e6, **s["seconds"]}))' \
      "$scratch/tiny/summary.json" "$cores" "$wall" >>"$scratch/overhead"
  done
done
echo
echo "A run of conf/examples/linear in eight tasks; \`all\` is from the shell's point of view."
echo
python3 - "$scratch/overhead" <<'PYTHON'
import json, statistics, sys
runs = [json.loads(line) for line in open(sys.argv[1])]
phases = [key for key in runs[0] if key != "cores"]
print("| master | " + " | ".join(phases) + " |")
print("|---" * (1 + len(phases)) + "|")
for cores in ("1", "2"):
    own = [statistics.median(r[p] for r in runs if r["cores"] == cores) for p in phases]
    print(f"| local[{cores}] | " + " | ".join(f"{s:.2f} s" for s in own) + " |")
PYTHON
