package io.kempelen.local.platform;

import io.kempelen.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** The one Kafka broker of a home: KRaft, broker and controller in one process, history kept for ever. */
final class Broker {

    static final String NAME = "broker";
    static final String CONTROLLER = "controller";

    private final Home home;
    private final Keys keys;
    private final Distribution distribution;
    private final int port;
    private final int controllerPort;
    private final Path data;

    Broker(Home home, Keys keys, Distribution distribution, int port, int controllerPort) {
        this.home = home;
        this.keys = keys;
        this.distribution = distribution;
        this.port = port;
        this.controllerPort = controllerPort;
        data = home.data(NAME);
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    Program program() {
        var jvm = new Jvm(distribution, home);
        return new Program(
                NAME,
                jvm.command(
                        NAME,
                        "320m",
                        Jvm.Compilers.FIRST,
                        List.of(
                                "-cp",
                                distribution.brokerClassPath(),
                                "kafka.Kafka",
                                settings().toString())),
                Map.of("MALLOC_ARENA_MAX", "2"),
                home.root(),
                home.log(NAME),
                this::answers,
                this::beforeStart,
                "TERM",
                Jvm.patience());
    }

    private Path settings() {
        return home.run().resolve("server.properties");
    }

    private void beforeStart() throws IOException, InterruptedException {
        Files.writeString(settings(), properties());
        if (Files.exists(data.resolve("meta.properties"))) return;
        Files.createDirectories(data);
        Tools.run(
                List.of(
                        distribution.java().toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        distribution.brokerClassPath(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "-t",
                        keys.clusterId(),
                        "-c",
                        settings().toString()),
                home.root(),
                home.log(NAME));
    }

    /** The quorum is named by address here, not in the log, so that ports may change between two starts. */
    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                num.partitions=3
                log.retention.ms=-1
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                controlled.shutdown.enable=true
                """.formatted(port, controllerPort, data);
    }

    private boolean answers() throws Exception {
        if (!io.kempelen.local.process.Readiness.tcp(port).holds()) return false;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap(), "request.timeout.ms", "3000", "default.api.timeout.ms", "3000");
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        }
    }
}
