package io.hessdiag.job.data;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** A table of examples in files. Both ways through it meet the same splits. */
interface ChunkSource {
    /** The columns in use. */
    Columns columns();

    /** A sum over names, lengths and times of the files: other files have another. */
    String files();

    /** How many rows each split has, and their weights. */
    List<SplitSize> sizes();

    /** All rows, each split's in order. */
    JavaRDD<Chunk> chunks();
}
