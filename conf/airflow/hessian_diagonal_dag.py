"""The diagonal of a loss's Hessian, once a day, by Airflow 2.4 or newer (2.x and 3.x).

Two DAGs, of which you switch one on: the first submits the job's jar through a Spark connection,
the second calls submit.sh. Copy this file into the DAGs folder. In the environment of the scheduler
and the workers:

  HESSDIAG_HOME     the project, built (mvn -Dmaven.test.skip=true package)
  HESSDIAG_BUNDLE   the loss bundle; {{ ds }} in it is the run's date, as in all that follows (in
                    Airflow 3 a run that is triggered by hand needs a logical date for it)
  HESSDIAG_RESULTS  the folder for results, one per date: a path or URI that the driver can write
                    and, for results beyond output.shard-size, the executors, too

  AIRFLOW_CONN_SPARK_DEFAULT='{"conn_type": "spark", "host": "spark://HOST", "port": 7077}'
                    for a standalone cluster; "host": "yarn", "host": "k8s://https://HOST", or
                    "host": "local[4]" for the worker's own cores. "extra": {"spark-binary":
                    "spark3-submit"} where spark-submit is called so; no path is allowed there.

A run that fails ends with a non-zero exit code, and the last line of the task's log before
Airflow's own is the cause in one sentence:

  hessdiag: bundle /data/my_loss: no loss.mlir
  AirflowException: Cannot execute: spark-submit ... Error code is: 3.

2: wrong command line or configuration, or the output is another run's. 3: a bundle, module or
number that cannot be used. 4: the audit failed. For these a retry says the same again; 1 (a lost
node, a full disk) may pass. In client mode only: with "deploy-mode": "cluster" of a standalone
cluster spark-submit's exit code is not the run's; see the README.
"""
import datetime
import os

try:  # Airflow 3
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.sdk import DAG
except ImportError:
    from airflow import DAG
    from airflow.operators.bash import BashOperator

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

HOME = os.environ.get("HESSDIAG_HOME", "/opt/hessdiag")
BUNDLE = os.environ.get("HESSDIAG_BUNDLE", f"{HOME}/conf/digits")
RESULTS = os.environ.get("HESSDIAG_RESULTS", "/tmp/hessdiag")

# A retry, or the same date run once more, goes on with the units of work that an earlier try has
# finished, and has nothing to do where the output is complete: exit code 0. The output appears as
# a whole (_SUCCESS) or not at all, so what comes after never reads half of one. All are strings:
# the operator refuses others.
RUN = ["run", BUNDLE, f"output.path={RESULTS}/{{{{ ds }}}}", "output.if-exists=resume"]

ALIKE = {
    "schedule": "@daily",
    "start_date": datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc),
    "catchup": False,  # True computes every day since start_date
    "max_active_runs": 1,  # two runs at once share the cluster
    "tags": ["hessdiag"],
    "default_args": {
        "retries": 3,
        "retry_delay": datetime.timedelta(minutes=5),
        "retry_exponential_backoff": True,
        # Ends the run with SIGTERM, which cancels its Spark jobs; the next try goes on.
        "execution_timeout": datetime.timedelta(hours=6),
    },
}

with DAG("hessian_diagonal", **ALIKE):
    SparkSubmitOperator(
        task_id="hessian_diagonal",
        conn_id="spark_default",
        application=f"{HOME}/job/target/hessdiag-job.jar",
        java_class="io.hessdiag.job.HessianDiagonalJob",
        name="hessian-diagonal-{{ ds }}",
        application_args=RUN,
        # The driver reads the bundle and writes the result. conf/spark says what else helps.
        driver_memory="2g",
        executor_memory="2g",
        executor_cores=2,
        conf={"spark.excludeOnFailure.enabled": "true", "spark.ui.showConsoleProgress": "false"},
    )

with DAG("hessian_diagonal_by_submit_sh", **ALIKE):
    BashOperator(
        task_id="hessian_diagonal",
        # bash gets the words by their values: nothing in them is shell syntax.
        bash_command='"$HESSDIAG_HOME/submit.sh" --master "$HESSDIAG_MASTER" '
        'run "$BUNDLE" "$OUTPUT" "$RESUME"',
        env={
            "HESSDIAG_HOME": HOME,
            "HESSDIAG_MASTER": os.environ.get("HESSDIAG_MASTER", "local[*]"),
            **dict(zip(("BUNDLE", "OUTPUT", "RESUME"), RUN[1:])),
        },
        append_env=True,
    )
