package io.kempelen.messaging.data;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** One Micronaut context that does nothing but implement repositories over Spring's own data source. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
public class MicronautDataConfiguration {

    @Bean
    static RepositoryRegistrar repositoryRegistrar() {
        return new RepositoryRegistrar();
    }

    /** The data source must be the very instance Spring's transactions bind, else repositories would not join them. */
    @Bean(destroyMethod = "close")
    ApplicationContext micronaut(DataSource dataSource) {
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(Map.of(
                        "datasources.default.dialect", "POSTGRES",
                        "datasources.default.transaction-manager", "springJdbc"))
                .build();
        context.registerSingleton(DataSource.class, dataSource, Qualifiers.byName("default"));
        return context.start();
    }
}
