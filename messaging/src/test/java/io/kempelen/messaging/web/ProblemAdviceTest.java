package io.kempelen.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    @RestController
    static final class Failing {

        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @PostMapping("/")
        void fail() {
            throw failure;
        }
    }

    @Test
    void promisesThatNothingWasDoneOnlyWhereThatIsSo() throws Exception {
        expect(new CannotCreateTransactionException("no connection"), 503, "cannot be done at the moment");
        expect(new QueryTimeoutException("slow"), 503, "cannot be done at the moment");
    }

    @Test
    void admitsThatAWriteWhoseConnectionBrokeMayHaveBeenDone() throws Exception {
        expect(new DataAccessResourceFailureException("broken pipe"), 503, "may have been done");
        expect(new TransactionSystemException("JDBC commit failed"), 503, "may have been done");
        expect(new TransactionSystemException("JDBC rollback failed"), 503, "may have been done");
    }

    @Test
    void callsABugABug() throws Exception {
        expect(new IllegalStateException("bug"), 500, "internal-error");
    }

    private static void expect(RuntimeException failure, int status, String words) throws Exception {
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new ProblemAdvice())
                .build();
        var answer = mvc.perform(MockMvcRequestBuilders.post("/")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains(words);
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER) != null).isEqualTo(status == 503);
    }
}
