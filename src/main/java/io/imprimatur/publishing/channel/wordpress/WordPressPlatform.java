package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountField;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Platform;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import java.util.List;
import org.springframework.stereotype.Component;

/** WordPress sites, reached with an application password of an account with the role author. */
@Component
final class WordPressPlatform implements Platform {
    private final ChannelHttp http;
    private final ObjectMapper json;

    WordPressPlatform(ChannelHttp http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    @Override
    public String key() {
        return "wordpress";
    }

    @Override
    public String displayName() {
        return "WordPress";
    }

    @Override
    public List<AccountField> fields() {
        return List.of(
                AccountField.address("url", "Address of the site", "As readers type it, without /wp-json."),
                AccountField.text(
                        "user", "User", "A user of the site with the role author, whose HTML WordPress filters."),
                AccountField.secret(
                        "password",
                        "Application password",
                        "Made in WordPress under Users, Profile, Application Passwords."));
    }

    @Override
    public Channel open(Account account) {
        return new WordPressChannel(account, new WordPressApi(http, json, account));
    }
}
