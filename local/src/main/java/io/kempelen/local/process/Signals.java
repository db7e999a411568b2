package io.kempelen.local.process;

import java.io.IOException;

/** Signals that java.lang.Process cannot send: it knows TERM and KILL only. */
public final class Signals {

    private Signals() {}

    /** The shell's own kill, since an image may lack /bin/kill. */
    public static void send(String signal, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }
}
