package io.hessdiag.job.report;

import io.hessdiag.format.Npz;
import io.hessdiag.format.Safetensors;
import io.hessdiag.format.TreeJson;
import io.hessdiag.format.TreeJson.LeafSpec;
import io.hessdiag.job.conf.JobConf.OutputFormat;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result in files: the diagonal by key path, and the tree that it is the leaves of. */
public record ResultFiles(Loss loss, List<Tensor> diagonal, OutputFormat format) {

    /** Returns the folder. */
    public Folder write(Folder folder) throws IOException {
        try (OutputStream out = new BufferedOutputStream(folder.create(format.fileName()))) {
            switch (format) {
                case NPZ -> Npz.write(out, arrays(), false);
                case SAFETENSORS -> Safetensors.write(out, arrays(), Map.of());
            }
        }
        try (OutputStream out = folder.create("tree.json")) {
            out.write(tree().toString().getBytes(StandardCharsets.UTF_8));
        }
        return folder;
    }

    private Map<String, Tensor> arrays() {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (int i = 0; i < diagonal.size(); i++) {
            arrays.put(loss.leaves().get(i).name().toString(), diagonal.get(i));
        }
        return arrays;
    }

    private TreeJson tree() {
        List<LeafSpec> leaves = new ArrayList<>();
        for (int i = 0; i < diagonal.size(); i++) {
            leaves.add(new LeafSpec(loss.leaves().get(i).name(), diagonal.get(i).type()));
        }
        boolean x64 = diagonal.stream().anyMatch(t -> t.dtype() == DType.F64);
        return new TreeJson("", x64, leaves.size(), leaves, loss.tree().structure());
    }
}
