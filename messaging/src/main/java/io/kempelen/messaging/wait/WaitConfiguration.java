package io.kempelen.messaging.wait;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of each per replica. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
public class WaitConfiguration {

    @Bean
    Hurry hurry() {
        return new Hurry();
    }

    @Bean
    RowWatch rowWatch(DataSource dataSource, JdbcTemplate jdbc, Hurry hurry) throws SQLException {
        return new RowWatch(dataSource.unwrap(HikariDataSource.class), jdbc, hurry);
    }
}
