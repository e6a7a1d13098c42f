package io.imprimatur.screening.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How texts are screened.
 *
 * @param defaultRegion region of telephone numbers without a country code, as two letters (ISO 3166-1)
 * @param maxTextLength longest text that is screened, in UTF-16 units
 * @param maxFindings how many findings of one text are listed; with more the verdict is {@code BLOCK}
 * @param maxReasonLength longest reason for a finding, in UTF-16 units
 * @param names how people and places are told by the model
 * @param own what belongs to the organisation, whatever its directory says
 */
@Validated
@ConfigurationProperties("imprimatur.screening")
public record ScreeningProperties(
        @DefaultValue("US") @NotBlank String defaultRegion,
        @DefaultValue("100000") @Min(1) int maxTextLength,
        @DefaultValue("500") @Min(1) int maxFindings,
        @DefaultValue("4000") @Min(1) int maxReasonLength,
        @DefaultValue @Valid Names names,
        @DefaultValue Own own) {

    /**
     * Operating points of the model for names, and what it may take.
     *
     * @param reviewAt likelihood, 0 to 1, from which a person's name needs a look
     * @param placesReviewAt likelihood, 0 to 1, from which a place or hospital near one person needs a look
     * @param blockAt likelihood, 0 to 1, from which a name is sure
     * @param parallel how many texts are read by the model at once; each takes some 50 MB
     * @param waitSeconds how long a text waits at most for the model to be loaded, and then for its turn
     */
    public record Names(
            @DefaultValue("0.07") @DecimalMin("0.01") @DecimalMax("1") double reviewAt,
            @DefaultValue("0.25") @DecimalMin("0.01") @DecimalMax("1") double placesReviewAt,
            @DefaultValue("0.35") @DecimalMin("0.01") @DecimalMax("1") double blockAt,
            @DefaultValue("2") @Min(1) int parallel,
            @DefaultValue("60") @Min(1) int waitSeconds) {}

    /**
     * The organisation's own contact data.
     *
     * @param phones telephone and fax numbers in any usual form; compared in E.164
     * @param domains its web domains; sub-domains are included
     * @param emailDomains its e-mail domains; sub-domains are included
     * @param addresses its street addresses as posts write them; case, punctuation and line ends do not matter
     */
    public record Own(
            @DefaultValue List<String> phones,
            @DefaultValue List<String> domains,
            @DefaultValue List<String> emailDomains,
            @DefaultValue List<String> addresses) {
        public Own {
            phones = List.copyOf(phones);
            domains = List.copyOf(domains);
            emailDomains = List.copyOf(emailDomains);
            addresses = List.copyOf(addresses);
        }
    }
}
