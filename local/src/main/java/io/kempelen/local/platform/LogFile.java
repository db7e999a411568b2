package io.kempelen.local.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A child's log: its end for messages, and a limit to what is kept. */
public final class LogFile {

    private static final long LARGEST = 20L << 20;
    private static final int WINDOW = 64 << 10;
    private static final int LAST = 8;
    private static final int WIDEST = 1_500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogFile() {}

    /** The last lines, or nothing when there is no file. */
    public static String tail(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - WINDOW);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** The last lines as a person would read them: of a structured line only the message. */
    static String lastWords(Path log) {
        return tail(log, LAST)
                .lines()
                .map(LogFile::message)
                .map(line -> line.length() > WIDEST ? line.substring(0, WIDEST) + " …" : line)
                .collect(Collectors.joining("\n"));
    }

    private static String message(String line) {
        if (!line.startsWith("{")) return line;
        try {
            return JSON.readTree(line).path("message").asString(line);
        } catch (JacksonException e) {
            return line;
        }
    }

    /** Keeps one older file beside a log that has grown large; called before a child starts. */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
