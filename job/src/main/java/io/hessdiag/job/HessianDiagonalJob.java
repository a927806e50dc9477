package io.hessdiag.job;

/** The command line of the job. */
public final class HessianDiagonalJob {
    private HessianDiagonalJob() {}

    public static void main(String[] args) {
        System.out.println(String.join(" ", args));
    }
}
