package io.kempelen.messaging.wait;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** One watch per replica. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
public class WaitConfiguration {

    @Bean
    RowWatch rowWatch(DataSource dataSource, JdbcTemplate jdbc) throws SQLException {
        return new RowWatch(dataSource.unwrap(HikariDataSource.class), jdbc);
    }
}
