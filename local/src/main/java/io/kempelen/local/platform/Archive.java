package io.kempelen.local.platform;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from the jar that carries them. */
final class Archive {

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private Archive() {}

    /** Leaves a whole folder or none, so that two starts at once cannot see half of it. */
    static Path unpackedAt(Path folder) throws IOException {
        if (Files.isExecutable(folder.resolve("bin/postgres"))) return folder;
        Files.createDirectories(folder.getParent());
        var draft = Files.createTempDirectory(folder.getParent(), "postgres-new");
        unpack(draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(draft, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return folder; // another start was faster; the draft is a few megabytes of litter
        }
        return folder;
    }

    private static void unpack(Path folder) throws IOException {
        try (var packed = Archive.class.getResourceAsStream(RESOURCE)) {
            if (packed == null)
                throw new FileNotFoundException("PostgreSQL's programs " + RESOURCE + " are not on the class path");
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) put(folder, tar, entry);
            }
        }
    }

    private static void put(Path folder, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) throw new IOException("The archive leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
