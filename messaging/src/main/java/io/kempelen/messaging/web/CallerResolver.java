package io.kempelen.messaging.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the caller that the filter found. */
final class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return of(request);
    }

    static Caller of(NativeWebRequest request) {
        if (request.getAttribute(CallerFilter.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Caller caller)
            return caller;
        throw Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Send a bearer token.")
                .exception();
    }
}
