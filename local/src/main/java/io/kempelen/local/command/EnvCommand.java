package io.kempelen.local.command;

import io.kempelen.local.api.Account;
import io.kempelen.local.api.Operator;
import io.kempelen.local.platform.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shell variables with which any client finds this home and speaks as a demo requester. */
@Command(
        name = "env",
        description = "Print shell exports of a demo requester: eval \"$(./kempelen env)\".",
        mixinStandardHelpOptions = true)
final class EnvCommand implements Callable<Integer> {

    private static final String DEPOSIT = "1000.00";

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException {
        var running = home.running();
        var demo = demoRequester(running);
        var key = Objects.requireNonNull(demo.accessKeyId());
        var secret = Objects.requireNonNull(demo.secretAccessKey());
        var token = Operator.token(URI.create(running.url()), key, secret, Clients.patience());
        System.out.print(exports(running, new Account(demo.id(), token, key, secret)));
        return 0;
    }

    /** Made at the first call and remembered, so that what it posts stays its own. */
    private Account demoRequester(Snapshot running) throws IOException {
        var file = home.home().keys().resolve("demo-requester.json");
        if (Files.exists(file)) return Json.MAPPER.readValue(file, Account.class);
        var operator = Clients.operator(running);
        var account = operator.requester("Demo requester");
        operator.deposit(account.id(), DEPOSIT);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Json.MAPPER.writeValueAsString(account));
        return account;
    }

    static String exports(Snapshot running, Account demo) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("KEMPELEN_URL", running.url());
        variables.put("KEMPELEN_TOKEN", demo.token());
        variables.put("KEMPELEN_KAFKA", running.kafka());
        variables.put("KEMPELEN_SCHEMA_REGISTRY", running.schemaRegistry());
        variables.put("AWS_ENDPOINT_URL_MTURK", running.url());
        variables.put("AWS_ACCESS_KEY_ID", Objects.toString(demo.accessKeyId(), ""));
        variables.put("AWS_SECRET_ACCESS_KEY", Objects.toString(demo.secretAccessKey(), ""));
        variables.put("AWS_REGION", "us-east-1");
        return render(variables);
    }

    /** Single quotes keep a shell from reading anything into a value. */
    static String render(Map<String, String> variables) {
        var lines = new StringBuilder();
        variables.forEach((name, value) -> lines.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        return lines.toString();
    }
}
