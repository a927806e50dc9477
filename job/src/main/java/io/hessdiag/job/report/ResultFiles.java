package io.hessdiag.job.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hessdiag.format.Npz;
import io.hessdiag.format.Safetensors;
import io.hessdiag.format.TreeJson;
import io.hessdiag.format.TreeJson.LeafSpec;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.plan.Shard;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result in files: arrays by key path, and the tree that they are the leaves of.
 *
 * @param name what the files are called, {@code diagonal} or a quantity that is made of it
 */
public record ResultFiles(Loss loss, OutputFormat format, String name) {
    /** What is not called otherwise. */
    public static final String DIAGONAL = "diagonal";

    /** The diagonal of the expected Fisher information. */
    public static final String FISHER = "fisher";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same tree and format under another name. */
    public ResultFiles named(String other) {
        return new ResultFiles(loss, format, other);
    }

    private String fileName() {
        return name + "." + format.extension();
    }

    /** All leaves in one file. */
    public void whole(Folder folder, List<Tensor> diagonal) throws IOException {
        folder.write(fileName(), out -> write(out, 0, diagonal));
    }

    /**
     * Some of the leaves in a file of their own.
     *
     * @param number of the shard, from 0
     * @return the file's length in bytes
     */
    public long shard(Folder folder, Shard shard, int number, int shards, List<Tensor> values)
            throws IOException {
        String name = shardName(number, shards);
        int slash = name.lastIndexOf('/');
        Folder parent = slash < 0 ? folder : folder.inside(name.substring(0, slash));
        return parent.write(name.substring(slash + 1), out -> write(out, shard.first(), values));
    }

    /** {@code diagonal-00001-of-00004.npz}; in a folder where the format is one of folders. */
    public String shardName(int number, int shards) {
        String prefix = format == OutputFormat.PARQUET ? fileName() + "/part" : name;
        return String.format("%s-%05d-of-%05d.%s", prefix, number + 1, shards, format.extension());
    }

    private void write(OutputStream out, int firstLeaf, List<Tensor> values) throws IOException {
        switch (format) {
            case NPZ -> Npz.write(out, arrays(firstLeaf, values), false);
            case SAFETENSORS -> Safetensors.write(out, arrays(firstLeaf, values), Map.of());
            case PARQUET -> ParquetFile.write(out, arrays(firstLeaf, values));
        }
    }

    private Map<String, Tensor> arrays(int firstLeaf, List<Tensor> values) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            arrays.put(path(firstLeaf + i), values.get(i));
        }
        return arrays;
    }

    private String path(int leaf) {
        return loss.leaves().get(leaf).name().toString();
    }

    /** Which file each leaf is in, as Hugging Face's index files say it. */
    public void index(Folder folder, List<Shard> shards) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("metadata").put("total_size", loss.size() * Double.BYTES);
        ObjectNode files = root.putObject("weight_map");
        for (int i = 0; i < shards.size(); i++) {
            for (int leaf = shards.get(i).first(); leaf < shards.get(i).end(); leaf++) {
                files.put(path(leaf), shardName(i, shards.size()));
            }
        }
        text(folder, fileName() + ".index.json", root.toPrettyString() + "\n");
    }

    public void tree(Folder folder) throws IOException {
        List<LeafSpec> leaves = new ArrayList<>();
        for (LeafInfo leaf : loss.parameterLeaves()) {
            leaves.add(new LeafSpec(leaf.name(), leaf.type().withDType(DType.F64)));
        }
        boolean x64 = !leaves.isEmpty();
        TreeJson tree = new TreeJson("", x64, leaves.size(), leaves, loss.tree().structure());
        text(folder, "tree.json", tree.toString());
    }

    private static void text(Folder folder, String name, String text) throws IOException {
        folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
