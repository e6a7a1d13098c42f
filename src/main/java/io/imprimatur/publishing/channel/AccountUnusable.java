package io.imprimatur.publishing.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The account's credentials cannot be had now, or not any more. Nothing was sent with them. */
public final class AccountUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient @Nullable Duration pause;
    private final boolean lasting;

    private AccountUnusable(String code, @Nullable Duration pause, boolean lasting) {
        super(code);
        this.code = code;
        this.pause = pause;
        this.lasting = lasting;
    }

    /** Only a person can help, by connecting the account again. */
    public static AccountUnusable untilConnectedAgain(String code) {
        return new AccountUnusable(code, null, true);
    }

    /** It may work later. */
    public static AccountUnusable forNow(String code, @Nullable Duration pause) {
        return new AccountUnusable(code, pause, false);
    }

    public String code() {
        return code;
    }

    public @Nullable Duration pause() {
        return pause;
    }

    public boolean lasting() {
        return lasting;
    }
}
