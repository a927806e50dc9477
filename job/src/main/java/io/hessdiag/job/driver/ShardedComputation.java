package io.hessdiag.job.driver;

import io.hessdiag.job.report.Analysis;
import io.hessdiag.job.report.ResultFiles;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.job.storage.OutputException;
import io.hessdiag.job.storage.Storage;
import io.hessdiag.job.task.Handle;
import io.hessdiag.job.task.ShardReport;
import io.hessdiag.job.task.WorkTally;
import io.hessdiag.job.task.WriteShard;
import io.hessdiag.plan.AuditChoice;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.Shard;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A plan whose result never comes to the driver. */
final class ShardedComputation implements AutoCloseable {
    private final Cluster cluster;
    private final DiagonalPlan plan;
    private final UnitTasks tasks;

    ShardedComputation(Cluster cluster, DiagonalPlan plan, UnitTasks tasks) {
        this.cluster = cluster;
        this.plan = plan;
        this.tasks = tasks;
    }

    /** The diagonal in its files, and how it came about. */
    record Sharded(ShardedDiagonal diagonal, WorkTally tally) {}

    /**
     * Writes the shards' files into a folder that all machines see.
     *
     * @throws NonFiniteException when an entry is NaN or infinite
     */
    Sharded run(
            ResultFiles files,
            List<Shard> shards,
            AuditChoice choice,
            Analysis analysis,
            Folder folder) {
        WriteShard write =
                new WriteShard(
                        tasks.plan(),
                        handle(folder.path(), cluster.hadoop()),
                        files.format(),
                        shards,
                        choice.entries(),
                        analysis);
        return cluster.watched(
                plan,
                tally -> {
                    List<ShardReport> reports = Reduction.write(tasks.units(tally), write);
                    ShardedDiagonal diagonal =
                            new ShardedDiagonal(shards, reports, choice.entries(), files);
                    return new Sharded(diagonal, tally.value());
                });
    }

    private static Handle<Folder> handle(String path, Handle<Configuration> hadoop) {
        return () -> {
            try {
                return Storage.folder(path, hadoop);
            } catch (IOException e) {
                throw new OutputException(path, e);
            }
        };
    }

    @Override
    public void close() {
        tasks.close();
    }
}
