package io.imprimatur.publishing.channel.http;

import io.imprimatur.publishing.settings.PublishingProperties;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The one HTTP stack that channels use: {@link RestClient} on the JDK's client. It sends each POST once, follows no
 * redirect, keeps no cookie, waits for a bounded time and reads a bounded answer.
 */
@Component
public final class ChannelHttp {
    /** The JDK's switch that would make its client repeat a POST on a dropped connection. */
    private static final String REPEATS_EVERYTHING = "jdk.httpclient.enableAllMethodRetry";

    private final RestClient client;
    private final ThreadLocal<@Nullable BooleanSupplier> permission = new ThreadLocal<>();
    private final long longestAnswer;

    public ChannelHttp(PublishingProperties properties) {
        if (System.getProperty(REPEATS_EVERYTHING) != null) {
            throw new IllegalStateException("The system property " + REPEATS_EVERYTHING
                    + " makes Java repeat a POST by itself, which could publish a post twice; remove it.");
        }
        var limits = properties.http();
        var jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(limits.readTimeout());
        client = RestClient.builder().requestFactory(factory).build();
        longestAnswer = limits.longestAnswer().toBytes();
    }

    /**
     * Lets that work send requests that write only while they are permitted, asked anew before each. One that is not counts
     * as not sent.
     */
    public <T> T whilePermitted(BooleanSupplier permitted, Supplier<T> work) {
        permission.set(permitted);
        try {
            return work.get();
        } finally {
            permission.remove();
        }
    }

    /** Sends one request and waits for its answer. */
    public Exchange send(HttpMethod method, URI uri, Consumer<HttpHeaders> headers, byte @Nullable [] body) {
        if (!mayLeave(method)) {
            return new Exchange.NotSent();
        }
        var request = client.method(method).uri(uri).headers(headers);
        if (body != null) {
            request = request.body(body);
        }
        try {
            return request.exchange((sent, response) -> read(response));
        } catch (ResourceAccessException e) {
            return nothingWasSent(e) ? new Exchange.NotSent() : new Exchange.Lost();
        }
    }

    private boolean mayLeave(HttpMethod method) {
        var permitted = permission.get();
        return permitted == null || HttpMethod.GET.equals(method) || permitted.getAsBoolean();
    }

    private Exchange read(ClientHttpResponse response) throws IOException {
        var body = response.getBody().readNBytes(Math.toIntExact(longestAnswer + 1));
        if (body.length > longestAnswer) {
            return new Exchange.Lost();
        }
        return new Exchange.Answer(response.getStatusCode().value(), response.getHeaders(), body);
    }

    private static boolean nothingWasSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
