package io.hessdiag.eval;

/** Fills the arrays of one or more nodes' results, which are allocated; reads others. */
interface Step {
    void run(Object[] arrays, Workspace workspace);
}
