package io.hessdiag.job.task;

import java.io.Serializable;
import java.util.function.Supplier;

/** Where a task finds a value that was sent ahead, once per JVM. */
@FunctionalInterface
public interface Handle<T> extends Supplier<T>, Serializable {}
