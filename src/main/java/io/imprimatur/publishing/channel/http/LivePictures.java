package io.imprimatur.publishing.channel.http;

import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpMethod;

/** Fetches pictures as any reader gets them: without credentials, from where the platform says that it serves them. */
public final class LivePictures {
    /** Equals no hash, so that it is a difference. */
    private static final String MISSING = "missing";

    private final ChannelHttp http;
    private final URI platform;

    /** @param platform its own address: from there pictures may come without https, as from the sandbox */
    public LivePictures(ChannelHttp http, URI platform) {
        this.http = http;
        this.platform = platform;
    }

    /**
     * A picture that the platform made of the image that it got; without the bytes when its server gives none now.
     *
     * @param address empty when the platform names none
     */
    public LivePost.Image reworked(String altText, String address) {
        if (!trusted(address)) {
            return LivePost.Image.reworked(altText, null);
        }
        if (!(http.send(HttpMethod.GET, URI.create(address), headers -> {}, null) instanceof Exchange.Answer answer)) {
            return LivePost.Image.reworked(altText, null);
        }
        if (answer.ok()) {
            return LivePost.Image.reworked(altText, new Picture(answer.mediaType(), answer.body()));
        }
        return answer.status() == 404 || answer.status() == 410
                ? new LivePost.Image(altText, MISSING)
                : LivePost.Image.reworked(altText, null);
    }

    private boolean trusted(String address) {
        try {
            var uri = URI.create(address);
            var own = uri.getAuthority() != null
                    && uri.getAuthority().equalsIgnoreCase(platform.getAuthority())
                    && platform.getScheme().equalsIgnoreCase(uri.getScheme());
            return own || address.toLowerCase(Locale.ROOT).startsWith("https://");
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
