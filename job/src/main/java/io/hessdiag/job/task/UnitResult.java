package io.hessdiag.job.task;

import io.hessdiag.plan.PartialDiagonal;
import java.io.Serializable;

/**
 * What became of one work unit. A result that is no number comes back as a sentence: as an
 * exception Spark would try the task again and print stack traces.
 *
 * @param part the entries; null when there is a problem
 * @param problem what is wrong with an entry; null when nothing is
 */
public record UnitResult(int unit, PartialDiagonal part, String problem) implements Serializable {}
