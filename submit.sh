#!/usr/bin/env bash
# Runs the job through spark-submit, building it first where that is needed.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$home/job/target
jar=$target/hessdiag-job.jar

usage() {
  cat <<'EOF'
Exact Hessian diagonals on Spark.

  ./submit.sh                                                          the quickstart: run conf/digits.conf
  ./submit.sh [spark-submit options] run CONF|BUNDLE_DIR [key=value ...]    compute the diagonal and write it
  ./submit.sh [spark-submit options] run MODEL_DIR|URI data=PATH [key=value ...]    the same for a saved Spark ML model
  ./submit.sh explain CONF|BUNDLE_DIR [key=value ...]                  show a run's plan before any work
  ./submit.sh inspect BUNDLE_DIR|MODEL_DIR|URI                         say what a loss bundle or a model holds
  ./submit.sh check FILE.mlir ...                                      run modules that check themselves
  ./submit.sh [spark-submit options] bench CONF|BUNDLE_DIR [key=value ...]  time the computation
  ./submit.sh run --help                                               what a subcommand takes

Spark options come first (--master, --driver-memory, --conf, ...; the master is local[*] unless one is set).
Spark is $SPARK_HOME, else the spark-submit on the PATH, else the jars that Maven has fetched.
EOF
}

fail() { # message, exit code
  echo "submit.sh: $1" >&2
  exit "$2"
}

stale() {
  [[ ! -f $jar || ! -f $target/spark.classpath ]] ||
    [[ -n $(find "$home/pom.xml" "$home"/{common,job}/{pom.xml,src/main} -newer "$jar" -print -quit) ]]
}

build() {
  echo "submit.sh: building $jar (the first time Maven fetches Spark's jars, about 360 MB)" >&2
  (cd "$home" && mvn -B -ntp -q -Dmaven.test.skip=true package) >&2 || fail "the build failed" 1
}

# A Spark home made of links to Maven's jars, complete enough for spark-class and for executors.
spark_from_maven() {
  local jars
  IFS=: read -r -a jars <"$target/spark.classpath" || true # the file ends without a newline
  export SPARK_HOME=$target/spark SPARK_SCALA_VERSION=2.13
  mkdir -p "$SPARK_HOME/jars"
  ln -sf "${jars[@]}" "$SPARK_HOME/jars/"
  echo "Spark from Maven's jars" >"$SPARK_HOME/RELEASE"
}

# What bin/spark-class does: Spark's launcher turns options and properties files into a java command.
launch_from_maven() {
  local java=java command=() word
  [[ -n ${JAVA_HOME:-} ]] && java=$JAVA_HOME/bin/java
  {
    read -r _ # the launcher separates its command from other news by a line of its own
    while IFS= read -r -d '' word; do command+=("$word"); done
  } < <(
    "$java" -Xmx128m -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main \
      org.apache.spark.deploy.SparkSubmit "$@"
  )
  ((${#command[@]})) || fail "Spark's launcher refused these options: $*" 2
  exec "${command[@]}"
}

# Whether somebody has chosen a garbage collector for the driver: of two a JVM takes none.
chooses_collector() {
  local said="${SPARK_SUBMIT_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${options[*]-}" spark files i
  [[ $said == *-XX:+Use*GC* ]] && return
  spark=${SPARK_HOME:-$(dirname "$(command -v spark-submit || echo /none/none)")/..}
  files=("${SPARK_CONF_DIR:-$spark/conf}/spark-defaults.conf")
  for ((i = 0; i < ${#options[@]}; i++)); do
    case ${options[i]} in
      --properties-file) files+=("${options[i + 1]}") ;;
      --properties-file=*) files+=("${options[i]#*=}") ;;
    esac
  done
  grep -qs -e '-XX:+Use.*GC' "${files[@]}"
}

options=()
while (($#)); do
  case $1 in
    run | explain | inspect | check | bench) break ;;
    -h | --help) usage; exit 0 ;;
    --verbose | -v | --supervise | --*=*) options+=("$1"); shift ;;
    -*) (($# > 1)) || fail "$1: expected a value" 2; options+=("$1" "$2"); shift 2 ;;
    *) fail "$1: unknown subcommand, expected run, explain, inspect, check or bench" 2 ;;
  esac
done
(($#)) || set -- run "$home/conf/digits.conf"
if stale; then build; fi

# Defaults that any option, properties file or earlier setting overrides. A task may use memory.block
# (256 MiB unless set) and as much again for what it shares with its neighbours.
export SPARK_DRIVER_MEMORY=${SPARK_DRIVER_MEMORY:-$((1024 + 512 * $(getconf _NPROCESSORS_ONLN)))m}
# Most objects die young and few are made: in a small nursery that is one stretch of memory, as G1's is not,
# they stay on pages that are there already. The first touch of a fresh one may take longer than the work on it.
jvm=${SPARK_SUBMIT_OPTS:-}
if ! chooses_collector; then jvm="-XX:+UseParallelGC $jvm"; fi
export SPARK_SUBMIT_OPTS="-XX:MaxNewSize=128m $jvm"
export LOG4J_CONFIGURATION_FILE=${LOG4J_CONFIGURATION_FILE:-$home/conf/log4j2.properties}

submit=(${options[@]+"${options[@]}"} --class io.hessdiag.job.HessianDiagonalJob "$jar" "$@")
if [[ -x ${SPARK_HOME:-}/bin/spark-submit ]]; then
  spark=$SPARK_HOME/bin/spark-submit
elif ! spark=$(command -v spark-submit); then
  spark_from_maven
  echo "submit.sh: spark-submit (from Maven's jars) ${submit[*]}" >&2
  launch_from_maven "${submit[@]}"
fi
echo "submit.sh: $spark ${submit[*]}" >&2
exec "$spark" "${submit[@]}"
