package io.kempelen.task.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A row of a task, with a digest that is the same for rows that are one task. */
record InputRow(String taskId, int position, String digest, int places, List<String> cells) {

    /** A row that is a task by itself, unless an equal one is; the n-th piece of equal rows is equal too. */
    static InputRow of(String taskId, int places, int piece, List<String> cells) {
        return new InputRow(taskId, 0, digest(piece, cells), places, List.copyOf(cells));
    }

    static InputRow grouped(String taskId, int position, int places, List<String> cells) {
        return new InputRow(taskId, position, digest(0, List.of(taskId)), places, List.copyOf(cells));
    }

    byte[] digestBytes() {
        return HexFormat.of().parseHex(digest);
    }

    private static String digest(int piece, List<String> cells) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(4).putInt(piece).flip());
            for (var cell : cells) {
                var bytes = cell.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
