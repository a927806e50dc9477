package io.hessdiag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A tmpfs of a few KiB that commands see, and nobody else: it is mounted in a namespace of its own,
 * which takes no rights where the kernel lets users have namespaces.
 */
record SmallDisk(Path mount, int kibibytes) {
    private static final String SCRIPT =
            "mount -t tmpfs -o size=%dk tmpfs '%s' && \"$@\"; code=$?; ls -A '%s' >'%s'; exit"
                    + " $code";

    static SmallDisk at(Path folder, int kibibytes) throws IOException {
        return new SmallDisk(Files.createDirectory(folder), kibibytes);
    }

    /** What runs the words after it with this disk there. */
    List<String> command() {
        return List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                String.format(SCRIPT, kibibytes, mount, mount, listing()),
                "sh");
    }

    private Path listing() {
        return mount.resolveSibling(mount.getFileName() + ".listing");
    }

    /** The names of what was left on it in the end. */
    List<String> left() throws IOException {
        return Files.readAllLines(listing());
    }

    /** Whether this machine has such disks. */
    boolean isPossible() throws InterruptedException {
        List<String> all = new ArrayList<>(command());
        all.addAll(List.of("test", "-w", mount.toString()));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // There is no such command.
        }
    }
}
