"""Reads a DAG file as Airflow would, with stand-ins for its classes, and prints tasks as JSON.

    python3 stand_in.py DAG_FILE 2|3 DS MASTER

The constructors take the arguments that Airflow's do, and no others. Templates are rendered for the
date DS. What is printed of a SparkSubmitOperator is the command that SparkSubmitHook makes of it
(apache-airflow-providers-apache-spark, hooks/spark_submit.py, _build_spark_submit_command) with a
connection to MASTER; of a BashOperator its command and environment.
"""
import json
import re
import runpy
import sys
import types

dags = []


class DAG:
    """airflow.models.dag.DAG of 2.4 to 2.10 and airflow.sdk.DAG: the arguments they share."""

    def __init__(self, dag_id, *, description=None, schedule=None, start_date=None, end_date=None,
                 default_args=None, params=None, catchup=True, max_active_tasks=16,
                 max_active_runs=16, dagrun_timeout=None, tags=None, doc_md=None,
                 on_failure_callback=None, on_success_callback=None,
                 is_paused_upon_creation=None, render_template_as_native_obj=False):
        if start_date is None or start_date.tzinfo is None:
            raise ValueError(f"{dag_id}: a start_date without time zone")
        self.dag_id, self.schedule, self.catchup = dag_id, schedule, catchup
        self.default_args, self.tasks = dict(default_args or {}), []
        dags.append(self)

    def __enter__(self):
        BaseOperator.current = self
        return self

    def __exit__(self, *_):
        BaseOperator.current = None


class BaseOperator:
    current = None
    template_fields = ()

    def __init__(self, *, task_id, owner="airflow", email=None, retries=0, retry_delay=None,
                 retry_exponential_backoff=False, max_retry_delay=None, depends_on_past=False,
                 execution_timeout=None, on_failure_callback=None, on_retry_callback=None,
                 pool=None, queue=None, priority_weight=1, trigger_rule="all_success", doc_md=None):
        self.task_id, self.retries, self.retry_delay = task_id, retries, retry_delay
        self.execution_timeout = execution_timeout

    def __init_subclass__(cls):
        """default_args fill in what the call leaves out, as Airflow's metaclass does it."""
        own = cls.__init__

        def construct(self, **arguments):
            dag = BaseOperator.current
            own(self, **{**dag.default_args, **arguments})
            dag.tasks.append(self)

        cls.__init__ = construct

    def rendered(self, ds):
        for field in self.template_fields:
            setattr(self, field, render(getattr(self, field), ds))


def render(value, ds):
    if isinstance(value, str):
        text = re.sub(r"\{\{\s*ds\s*\}\}", ds, value)
        if "{{" in text or "{%" in text:
            raise ValueError(f"unknown template: {value}")
        return text
    if isinstance(value, dict):
        return {key: render(item, ds) for key, item in value.items()}
    return [render(item, ds) for item in value] if isinstance(value, list) else value


class SparkSubmitOperator(BaseOperator):
    template_fields = (
        "application", "conf", "files", "py_files", "jars", "driver_class_path", "packages",
        "exclude_packages", "keytab", "principal", "proxy_user", "name", "application_args",
        "env_vars", "post_submit_commands", "properties_file")

    def __init__(self, *, application="", conf=None, conn_id="spark_default", files=None,
                 py_files=None, archives=None, driver_class_path=None, jars=None, java_class=None,
                 packages=None, exclude_packages=None, repositories=None,
                 total_executor_cores=None, executor_cores=None, executor_memory=None,
                 driver_memory=None, keytab=None, principal=None, proxy_user=None,
                 name="arrow-spark", num_executors=None, status_poll_interval=1,
                 application_args=None, env_vars=None, verbose=False, spark_binary=None,
                 properties_file=None, yarn_queue=None, deploy_mode=None, use_krb5ccache=False,
                 post_submit_commands=None, **base):
        fields = {name: value for name, value in locals().items() if name not in ("self", "base")}
        fields.pop("__class__", None)
        super().__init__(**base)
        self.__dict__.update(fields)

    def shown(self, master):
        for argument in self.application_args:
            if not isinstance(argument, str):
                raise TypeError(f"{argument!r} is no string")
        options = (
            ("properties-file", self.properties_file), ("files", self.files),
            ("jars", self.jars), ("packages", self.packages),
            ("num-executors", self.num_executors),
            ("total-executor-cores", self.total_executor_cores),
            ("executor-cores", self.executor_cores), ("executor-memory", self.executor_memory),
            ("driver-memory", self.driver_memory), ("name", self.name),
            ("class", self.java_class), ("queue", self.yarn_queue),
            ("deploy-mode", self.deploy_mode))
        command = [self.spark_binary or "spark-submit", "--master", master]
        for key, value in (self.conf or {}).items():
            command += ["--conf", f"{key}={value}"]
        for key, value in options:
            command += [f"--{key}", str(value)] if value else []
        return {"command": command + [self.application, *self.application_args]}


class BashOperator(BaseOperator):
    template_fields = ("bash_command", "env", "cwd")

    def __init__(self, *, bash_command, env=None, append_env=False, output_encoding="utf-8",
                 skip_on_exit_code=99, cwd=None, **base):
        super().__init__(**base)
        self.bash_command, self.env, self.append_env, self.cwd = bash_command, env, append_env, cwd
        if bash_command.endswith((".sh", ".bash")):
            raise ValueError("Airflow takes this for the name of a template file")

    def shown(self, master):
        return {"command": ["bash", "-c", self.bash_command], "env": self.env,
                "append_env": self.append_env}


def provide(name, **names):
    """A module, and the packages that it is in."""
    parts = name.split(".")
    for end in range(1, len(parts)):
        sys.modules.setdefault(".".join(parts[:end]), types.ModuleType(".".join(parts[:end])))
    module = sys.modules.setdefault(name, types.ModuleType(name))
    module.__dict__.update(names)


def main(dag_file, version, ds, master):
    provide("airflow.providers.apache.spark.operators.spark_submit",
            SparkSubmitOperator=SparkSubmitOperator)
    if version == "3":
        provide("airflow.sdk", DAG=DAG)
        provide("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
    else:
        provide("airflow", DAG=DAG)
        provide("airflow.operators.bash", BashOperator=BashOperator)
    runpy.run_path(dag_file)
    shown = []
    for dag in dags:
        for task in dag.tasks:
            task.rendered(ds)
            shown.append({
                "dag": dag.dag_id, "task": task.task_id, "schedule": dag.schedule,
                "catchup": dag.catchup, "retries": task.retries,
                "timeout": task.execution_timeout.total_seconds(), **task.shown(master)})
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
