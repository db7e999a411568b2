package io.kempelen.benchmarks.machine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What runs in a home, from the file that its supervisor keeps ({@code ./kempelen status --json} prints the same). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Installation(
        String url,
        String profile,
        long supervisor,
        String kafka,
        Map<String, Database> databases,
        AccessKey operator,
        List<Process> processes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A service's database as the service enters it. */
    public record Database(String url, String user, String password) {}

    /** The first operator's. */
    public record AccessKey(String accessKeyId, String secretAccessKey) {}

    /** A child of the supervisor; its pid is 0 while it is down. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("JavaLangClash") // the platform calls them so as well
    public record Process(String name, long pid, String state, int restarts) {}

    /** @throws IllegalStateException when nothing runs there, with what to do about it */
    public static Installation of(Path home) {
        if (!Files.exists(file(home))) throw notRunning(home);
        var read = now(home);
        if (read.processes().isEmpty() || read.processes().stream().anyMatch(process -> !alive(process.pid()))) {
            throw notRunning(home);
        }
        return read;
    }

    /** What the supervisor says at this moment, with some of its children down perhaps. */
    public static Installation now(Path home) {
        return JSON.readValue(file(home), Installation.class);
    }

    private static Path file(Path home) {
        return home.resolve("run").resolve("state.json");
    }

    public Process process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process is called " + name + "."));
    }

    public URI base() {
        return URI.create(url);
    }

    private static boolean alive(long pid) {
        return pid != 0 && ProcessHandle.of(pid).isPresent();
    }

    private static IllegalStateException notRunning(Path home) {
        return new IllegalStateException(
                "Not everything runs in " + home + ". Start it with: ./kempelen up -d --home " + home);
    }
}
