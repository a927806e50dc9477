package io.hessdiag.plan;

import io.hessdiag.plan.corpus.*;
import java.util.*;

public final class Proto6 {
    public static void main(String[] a) {
        List<String> rows = new ArrayList<>();
        double[] total = new double[3];
        List<LossRecipe> rs = Corpus.RECIPES;
        long w = System.nanoTime();
        for (LossRecipe r : rs) {
            if (r.seed() % 3 != 0) continue;
            double[] s = new double[3];
            int k = 0;
            for (Method m : new Method[] {null, Method.SITE, Method.CURVATURE}) {
                long t = System.nanoTime();
                try {
                    DiagonalPlan.create(r.loss(), PlanOptions.DEFAULT.withMethod(m)).run();
                } catch (PlanException e) {
                    System.out.println(e.getMessage());
                }
                s[k] = (System.nanoTime() - t) * 1e-6;
                total[k] += s[k];
                k++;
            }
            rows.add(
                    String.format(
                            "%9.0f %9.0f %9.0f  %s",
                            s[0], s[1], s[2], r.toString().replaceAll("\\s+", " ")));
        }
        rows.sort(Comparator.reverseOrder());
        rows.stream().limit(12).forEach(System.out::println);
        System.out.println(Arrays.toString(total) + " " + (System.nanoTime() - w) * 1e-9);
    }
}
