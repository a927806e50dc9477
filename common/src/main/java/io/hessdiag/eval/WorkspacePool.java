package io.hessdiag.eval;

import java.io.Serial;
import java.io.Serializable;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/** Workspaces that threads take turns to use. Serialised empty. */
public final class WorkspacePool implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Deque<Workspace> idle = new ConcurrentLinkedDeque<>();

    /** What {@code work} makes with a workspace that is nobody else's meanwhile. */
    public <T> T use(Function<Workspace, T> work) {
        Workspace free = idle.poll();
        Workspace workspace = free == null ? new Workspace() : free;
        T result = work.apply(workspace);
        idle.push(workspace);
        return result;
    }

    @Serial
    private Object readResolve() {
        return new WorkspacePool();
    }
}
