package io.kempelen.messaging.data;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Makes every {@code @JdbcRepository} below the application's package a Spring bean. */
class RepositoryRegistrar implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = (ConfigurableListableBeanFactory) registry;
        if (!AutoConfigurationPackages.has(beans)) return;
        var scanner = new InterfaceScanner();
        for (var basePackage : AutoConfigurationPackages.get(beans)) {
            scanner.findCandidateComponents(basePackage)
                    .forEach(found -> register(registry, beans, found.getBeanClassName()));
        }
    }

    private static void register(
            BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans, @Nullable String name) {
        if (name == null) return;
        var type = ClassUtils.resolveClassName(name, beans.getBeanClassLoader());
        registry.registerBeanDefinition(name, definition(type, beans));
    }

    private static <T> RootBeanDefinition definition(Class<T> type, BeanFactory beans) {
        return new RootBeanDefinition(
                type, () -> beans.getBean(ApplicationContext.class).getBean(type));
    }

    private static final class InterfaceScanner extends ClassPathScanningCandidateComponentProvider {

        InterfaceScanner() {
            super(false);
            addIncludeFilter(new AnnotationTypeFilter(JdbcRepository.class));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isInterface();
        }
    }
}
