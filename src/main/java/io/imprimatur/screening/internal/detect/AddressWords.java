package io.imprimatur.screening.internal.detect;

import java.util.Set;

/** How parts of addresses are written; pieces of regular expressions without groups that capture, case-sensitive. */
final class AddressWords {
    static final String STATE =
            "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])";
    static final String STATE_NAME =
            "(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa"
                    + "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
                    + "|New\\s(?:Hampshire|Jersey|Mexico|York)|North\\s(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\\sIsland"
                    + "|South\\s(?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West\\sVirginia|Wisconsin|Wyoming"
                    + "|D\\.C\\.|Puerto\\sRico)";
    /** States of Australia, provinces of Canada. */
    private static final String PROVINCE =
            "(?:NSW|VIC|QLD|TAS|ACT|SA|NT|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NU|Ontario|Quebec|Québec|British\\sColumbia|Alberta|Manitoba"
                    + "|Saskatchewan|Nova\\sScotia|New\\sBrunswick|New\\sSouth\\sWales|Victoria|Queensland|Tasmania)";

    private static final String CONNECTED =
            "[ -](?:(?:of|upon|on|de|da|do|la|le|les|lo|am|an der|im|del|di|der|sur|sous|under|aan|den) ?[ -'])?";
    static final String TOWN =
            "(?:(?:St|Ft|Mt|Saint)\\.? )?\\p{Lu}[\\p{L}'-]+(?:" + CONNECTED + "\\p{Lu}[\\p{L}'-]+){0,3}?";
    static final String POSTCODE =
            "(?:\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}"
                    + "|\\d{4}\\s[A-Z]{2}|\\d{3}\\s\\d{2}|\\d{4,6}|[A-Z]{1,2}-\\d{4,5}|\\d{5}-\\d{3}|\\d{2}-\\d{3})\\b";
    private static final String COUNTRY =
            "(?:U\\.?S\\.?A\\.?|U\\.?S\\.?|United\\sStates(?:\\sof\\sAmerica)?|U\\.?K\\.?|United\\sKingdom|Great\\sBritain|England|Scotland|Wales"
                    + "|Northern\\sIreland|Ireland|Canada|Australia|New\\sZealand|Germany|Deutschland|France|Spain|España|Italy|Italia|Portugal"
                    + "|(?:The\\s)?Netherlands|Nederland|Belgium|Switzerland|Austria|Österreich|Sweden|Sverige|Norway|Norge|Denmark|Danmark|Finland"
                    + "|Suomi|Iceland|India|Poland|Hungary|Czech\\sRepublic|Greece|Cyprus|Estonia|Latvia|Lithuania|Slovenia|Slovakia|Croatia|Serbia"
                    + "|Romania|Bulgaria|Turkey|Israel|Uruguay|Argentina|Brazil|Chile|Mexico|Colombia|Peru|South\\sAfrica|Nigeria|Kenya|Tunisia"
                    + "|Egypt|Japan|China|Singapore|Malaysia|Philippines|Pakistan|Bangladesh|Greenland|Russia|Ukraine|Luxembourg|Malta)\\b";
    static final String UNIT =
            "(?:(?i:\\s*[,(]?\\s*#?\\s?\\b(?:apartment|apt|suite|ste|unit|floor|flr|fl|room|rm|building|bldg|flat|lot|space|spc|trlr|trailer|penthouse|ph|level)\\b)\\.?\\s*#?\\s?(?:\\d{1,5}-?[A-Za-z]?|[A-Za-z]-?\\d{0,5})\\b\\)?"
                    + "|\\s*,?\\s*#\\s?[A-Za-z]?\\d{1,5}[A-Za-z]?\\b|,?\\s+(?i:(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|ground|top)\\s+floor)\\b)";
    /** A comma or a line's end, with what white space there is. */
    private static final String COMMA = "(?:\\s*[,\\n]\\s*,?\\s*|\\s+-\\s+)";

    private static final String GAP = "(?:" + COMMA + "|\\s+)";
    private static final String REGION = "(?:" + STATE + "\\b|" + STATE_NAME + "|" + PROVINCE + "\\b)";
    private static final String END = "(?:" + GAP + "(?:" + POSTCODE + ")(?:" + GAP + COUNTRY + ")?|" + GAP + COUNTRY
            + "(?:" + GAP + POSTCODE + ")?)?";
    /** What may follow a street and number, from the flat to the country. */
    static final String TAIL = "^" + UNIT + "{0,2}(?:"
            + "(?:" + COMMA + TOWN + "){0,2}" + GAP + TOWN + "(?:\\s\\d{1,2})?" + GAP + REGION + END
            + "|" + GAP + REGION + GAP + POSTCODE + "(?:" + GAP + COUNTRY + ")?"
            + "|" + GAP + "(?:" + POSTCODE + ")\\s*,?\\s*" + TOWN + "(?:\\s\\([A-Z]{2}\\))?(?:" + COMMA + COUNTRY + ")?"
            + "|(?:" + COMMA + TOWN + "){0,3}(?:\\s\\d{1,2})?" + GAP + "(?:" + POSTCODE + ")(?:" + GAP + COUNTRY + ")?"
            + "|(?:" + COMMA + TOWN + "){1,3}(?:\\s\\d{1,2})?" + COMMA + COUNTRY + "(?:" + GAP + POSTCODE + ")?"
            + "|" + COMMA + "\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){0,2}(?:\\s\\d{1,2}\\b)?"
            + ")?";

    static final Set<String> SUFFIXES = Probe.words(
            "street st avenue ave av road rd boulevard blvd drive dr lane ln court ct way place pl terrace ter "
                    + "circle cir highway hwy parkway pkwy square sq trail trl loop alley plaza plz crescent cres close "
                    + "turnpike pike row walk mews gardens grove heights quay parade esplanade cove ridge crossing bypass "
                    + "expressway freeway fwy marg nagar glen bend hollow hill park view");
    static final String SUFFIX =
            "(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Ter"
                    + "|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|Trail|Trl|Loop|Alley|Plaza|Plz|Crescent|Cres|Close|Turnpike|Pike|Row|Walk|Mews"
                    + "|Gardens|Grove|Heights|Quay|Parade|Esplanade|Cove|Ridge|Crossing|Bypass|Expressway|Freeway|Fwy|Marg|Nagar|Glen|Bend|Hollow)";

    private AddressWords() {}
}
