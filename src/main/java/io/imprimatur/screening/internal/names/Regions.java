package io.imprimatur.screening.internal.names;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** States and what is larger; the rule for geographic units begins below them, 45 CFR 164.514(b)(2)(i)(B). */
final class Regions {
    private static final List<String> STATES = List.of(
            "Alabama",
            "Alaska",
            "Arizona",
            "Arkansas",
            "California",
            "Colorado",
            "Connecticut",
            "Delaware",
            "Florida",
            "Georgia",
            "Hawaii",
            "Idaho",
            "Illinois",
            "Indiana",
            "Iowa",
            "Kansas",
            "Kentucky",
            "Louisiana",
            "Maine",
            "Maryland",
            "Massachusetts",
            "Michigan",
            "Minnesota",
            "Mississippi",
            "Missouri",
            "Montana",
            "Nebraska",
            "Nevada",
            "New Hampshire",
            "New Jersey",
            "New Mexico",
            "New York",
            "New York State",
            "North Carolina",
            "North Dakota",
            "Ohio",
            "Oklahoma",
            "Oregon",
            "Pennsylvania",
            "Rhode Island",
            "South Carolina",
            "South Dakota",
            "Tennessee",
            "Texas",
            "Utah",
            "Vermont",
            "Virginia",
            "Washington",
            "Washington State",
            "West Virginia",
            "Wisconsin",
            "Wyoming");
    private static final List<String> CODES = List.of(
            "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"
                    .split(" "));
    private static final List<String> LARGER = List.of(
            "America",
            "North America",
            "South America",
            "Latin America",
            "Central America",
            "Europe",
            "Eastern Europe",
            "Western Europe",
            "Asia",
            "Southeast Asia",
            "South Asia",
            "East Asia",
            "Africa",
            "West Africa",
            "East Africa",
            "South Africa",
            "North Africa",
            "sub-Saharan Africa",
            "Australia",
            "Antarctica",
            "Oceania",
            "the Caribbean",
            "Caribbean",
            "Middle East",
            "the Middle East",
            "Scandinavia",
            "United States",
            "the United States",
            "United States of America",
            "US",
            "U.S.",
            "the US",
            "the U.S.",
            "USA",
            "U.S.A.",
            "UK",
            "U.K.",
            "the UK",
            "EU",
            "Great Britain",
            "Britain",
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "Russia",
            "South Korea",
            "North Korea",
            "Korea",
            "Vietnam",
            "Iran",
            "Syria",
            "Turkey",
            "Czech Republic",
            "Holland",
            "the Netherlands",
            "Palestine",
            "Taiwan",
            "Tibet",
            "Bosnia",
            "Congo",
            "Ivory Coast",
            "Burma",
            "Persia",
            "Earth",
            "Moon",
            "Mars",
            "world",
            "New England",
            "Midwest",
            "the Midwest",
            "the South",
            "the West",
            "the Northeast",
            "the Southwest",
            "Pacific Northwest",
            "Appalachia",
            "Atlantic",
            "Pacific",
            "Mediterranean",
            "Hong Kong",
            "Philippines",
            "the Philippines",
            "Dominican Republic",
            "Ontario",
            "Quebec",
            "British Columbia",
            "Alberta",
            "Manitoba",
            "Saskatchewan",
            "Nova Scotia",
            "New Brunswick",
            "New South Wales",
            "Queensland",
            "Bavaria",
            "Puerto Rico");
    private static final Set<String> NAMES = names();

    private Regions() {}

    /** @param name as it is written; a state's two letters count in capitals only */
    static boolean isStateOrLarger(String name) {
        return CODES.contains(name) || NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> names() {
        var names = new HashSet<String>();
        STATES.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        LARGER.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("jersey") && !name.equals("singapore"))
                .forEach(names::add);
        return Set.copyOf(names);
    }
}
