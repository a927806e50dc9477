package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.plan.MemoryNeed;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class MemoryCheckTest {
    private static final long MIB = 1L << 20;

    private static TaskHost executor(long mib, int tasks) {
        return new TaskHost("an executor", "--executor-memory", mib * MIB, tasks);
    }

    private static MemoryCheck check(TaskHost host) {
        return new MemoryCheck(new MemoryNeed(100 * MIB, 320 * MIB, 400 * MIB), host);
    }

    private static String refusal(TaskHost host, JobConf.MemoryCheck wanted) {
        return assertThrows(ConfException.class, () -> check(host).require(wanted)).getMessage();
    }

    @Test
    void whatFitsIsNotRefused() {
        check(executor(500, 1)).require(JobConf.MemoryCheck.FAIL);
        check(executor(900, 2)).require(JobConf.MemoryCheck.FAIL);
    }

    @Test
    void aShortageIsRefusedWhenThatIsAskedFor() {
        assertEquals(
                "memory: about 900 MiB: 100 of arguments, 400 for a task, 2 at once;"
                        + " an executor has 899 MiB; set --executor-memory to 900m or more,"
                        + " or a smaller memory.block, block.directions or block.examples",
                refusal(executor(899, 2), JobConf.MemoryCheck.FAIL));
        assertDoesNotThrow(() -> check(executor(899, 2)).require(JobConf.MemoryCheck.WARN));
    }

    @Test
    void whatCannotFitIsRefusedUnlessToldNotTo() {
        assertEquals(
                "memory: an executor has 109 MiB: not enough for the arguments (100 MiB) and one"
                        + " task (320 MiB); set --executor-memory to 420m or more, or a smaller"
                        + " memory.block, block.directions or block.examples",
                refusal(executor(109, 4), JobConf.MemoryCheck.WARN));
        assertDoesNotThrow(() -> check(executor(110, 4)).require(JobConf.MemoryCheck.WARN));
        assertDoesNotThrow(() -> check(executor(1, 4)).require(JobConf.MemoryCheck.OFF));
    }

    @Test
    void tasksRunWhereTheMasterSays() {
        TaskHost local = TaskHost.of(conf().set("spark.master", "local[3]"));
        assertEquals(3, local.tasks());
        assertEquals(Runtime.getRuntime().maxMemory(), local.heap());
        assertEquals("--driver-memory", local.option());
        assertEquals(1, TaskHost.of(conf().set("spark.master", "local")).tasks());
        assertTrue(TaskHost.of(conf()).tasks() >= 1);
        SparkConf cluster = conf().set("spark.master", "spark://host:7077");
        assertEquals(executor(1024, 1), TaskHost.of(cluster));
        cluster.set("spark.executor.memory", "3g").set("spark.executor.cores", "8");
        assertEquals(executor(3 * 1024, 4), TaskHost.of(cluster.set("spark.task.cpus", "2")));
    }

    /** Without what the machine's own settings say. */
    private static SparkConf conf() {
        return new SparkConf(false);
    }
}
