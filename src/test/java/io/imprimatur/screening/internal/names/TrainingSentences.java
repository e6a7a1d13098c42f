package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.internal.names.Label.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes labelled texts of the project's own sentences: messages, notes, questions and posts, with and without names. */
final class TrainingSentences {
    private static final List<String> TITLES =
            List.of("Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Dr ", "Mr ", "Mrs ", "Miss ", "Prof. ", "Nurse ");
    private static final List<String> STREETS =
            List.of("Street", "St", "Ave", "Avenue", "Road", "Rd", "Lane", "Drive", "Blvd", "Court");
    private static final List<String> STATES = List.of(
            "TX", "OH", "CA", "NY", "FL", "MA", "IL", "PA", "GA", "WA", "NC", "MI", "AZ", "CO", "MN", "Texas", "Ohio",
            "Maine");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> HANDLES =
            List.of("healthnews", "nurselife", "medtwitter", "cityhospital", "drsmith", "teamcare");

    private final SlotLists lists;
    private final List<String> withNames;
    private final List<String> withoutNames;
    private final RandomGenerator random;

    TrainingSentences(Path folder, SlotLists lists, RandomGenerator random) {
        this.lists = lists;
        this.random = random;
        this.withNames = sentences(folder.resolve("with-names.txt"));
        this.withoutNames = sentences(folder.resolve("without-names.txt"));
    }

    private static List<String> sentences(Path file) {
        return SlotLists.lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
    }

    List<LabelledText> make(int count) {
        return IntStream.range(0, count).mapToObj(i -> one()).toList();
    }

    /** One to three sentences in a row; two of three with names. */
    private LabelledText one() {
        var text = new Text();
        int sentences = 1 + random.nextInt(3);
        for (int i = 0; i < sentences; i++) {
            if (i > 0) {
                text.append(SlotLists.any(List.of(" ", " ", "\n", "\n\n"), random));
            }
            fill(SlotLists.any(random.nextInt(5) < 3 ? withNames : withoutNames, random), text);
        }
        return new LabelledText(text.toString(), text.names);
    }

    private void fill(String sentence, Text text) {
        int at = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
            text.append(plainly(sentence.substring(at, open)));
            int close = sentence.indexOf('}', open);
            slot(sentence.substring(open + 1, close), text);
            at = close + 1;
        }
        text.append(plainly(sentence.substring(at)));
    }

    /** A sentence stands on one line of its file. */
    private static String plainly(String words) {
        return words.replace("\\n", "\n");
    }

    private void slot(String slot, Text text) {
        switch (slot) {
            case "N" -> text.append(Kind.PERSON, fullName());
            case "n" -> text.append(Kind.PERSON, fullName().toLowerCase(Locale.ROOT));
            case "NU" -> text.append(Kind.PERSON, fullName().toUpperCase(Locale.ROOT));
            case "F" -> text.append(Kind.PERSON, lists.firstName(random));
            case "f" -> text.append(Kind.PERSON, lists.firstName(random).toLowerCase(Locale.ROOT));
            case "L", "N2" -> text.append(Kind.PERSON, surname());
            case "l" -> text.append(Kind.PERSON, lists.surname(random).toLowerCase(Locale.ROOT));
            case "LU" -> text.append(Kind.PERSON, lists.surname(random).toUpperCase(Locale.ROOT));
            case "T" -> {
                text.append(SlotLists.any(TITLES, random));
                text.append(Kind.PERSON, random.nextInt(4) == 0 ? fullName() : surname());
            }
            case "LF" -> text.append(Kind.PERSON, surname() + ", " + lists.firstName(random));
            case "FI" ->
                text.append(Kind.PERSON, lists.firstName(random) + " " + letter() + (random.nextBoolean() ? "." : ""));
            case "LFU" ->
                text.append(
                        Kind.PERSON, (lists.surname(random) + ", " + lists.firstName(random)).toUpperCase(Locale.ROOT));
            case "I" -> text.append(Kind.PERSON, letter() + ". " + surname());
            case "IN" ->
                text.append(Kind.PERSON, random.nextBoolean() ? letter() + "." + letter() + "." : letter() + letter());
            case "IN1" -> text.append(letter());
            case "TOWN" -> text.append(Kind.PLACE, random.nextInt(8) == 0 ? lists.county(random) : lists.town(random));
            case "town" -> text.append(Kind.PLACE, lists.town(random).toLowerCase(Locale.ROOT));
            case "TOWNST" -> text.append(Kind.PLACE, lists.town(random) + ", " + SlotLists.any(STATES, random));
            case "COUNTY" -> text.append(Kind.PLACE, lists.county(random));
            case "STATE", "COUNTRY" -> text.append(Kind.PLACE, lists.own(slot, random));
            case "STREET" -> text.append(Kind.PLACE, street());
            case "ADDR" -> text.append(Kind.PLACE, (1 + random.nextInt(9900)) + " " + street());
            case "IADDR" -> text.append(Kind.PLACE, address());
            case "ISTREET" -> text.append(Kind.PLACE, foreignStreet());
            case "ITOWN" -> text.append(Kind.PLACE, lists.own("TOWN3", random));
            case "itown" -> text.append(Kind.PLACE, lists.own("TOWN3", random).toLowerCase(Locale.ROOT));
            case "ZIP" -> text.append(Kind.PLACE, postcode());
            case "ORG2" -> text.append(Kind.ORGANISATION, company());
            case "HOSP" -> text.append(Kind.FACILITY, lists.hospital(random));
            case "HOSPU" -> text.append(Kind.FACILITY, lists.hospital(random).toUpperCase(Locale.ROOT));
            case "ORG", "SCHOOL" -> text.append(Kind.ORGANISATION, lists.own(slot, random));
            default -> text.append(plain(slot));
        }
    }

    private String plain(String slot) {
        return switch (slot) {
            case "AGE" -> String.valueOf(1 + random.nextInt(98));
            case "NUM" -> String.valueOf(1 + random.nextInt(400));
            case "YEAR" -> String.valueOf(1950 + random.nextInt(76));
            case "MRN" -> String.valueOf(100_000 + random.nextInt(9_000_000));
            case "SSN" -> "%03d-%02d-%04d".formatted(random.nextInt(700), 1 + random.nextInt(98), random.nextInt(9999));
            case "PHONE" -> "(%03d) 555-%04d".formatted(200 + random.nextInt(700), random.nextInt(9999));
            case "TIME" -> (1 + random.nextInt(12)) + ":" + (10 + random.nextInt(50)) + " am";
            case "MONTH" -> SlotLists.any(MONTHS, random);
            case "WD" -> SlotLists.any(DAYS, random);
            case "DATE" ->
                random.nextBoolean()
                        ? SlotLists.any(MONTHS, random) + " " + (1 + random.nextInt(28)) + ", "
                                + (1950 + random.nextInt(76))
                        : (1 + random.nextInt(12)) + "/" + (1 + random.nextInt(28)) + "/" + (1950 + random.nextInt(76));
            case "EMAIL" -> lists.firstName(random).toLowerCase(Locale.ROOT) + random.nextInt(99) + "@example.com";
            case "H" -> SlotLists.any(HANDLES, random);
            default -> {
                var value = lists.own(slot, random);
                yield random.nextInt(12) == 0 ? value.toLowerCase(Locale.ROOT) : value;
            }
        };
    }

    private String fullName() {
        var first = lists.firstName(random);
        return switch (random.nextInt(12)) {
            case 0 -> first + " " + letter() + ". " + surname();
            case 1 -> first + " " + lists.firstName(random) + " " + surname();
            case 2 -> letter() + ". " + surname();
            case 3 -> first;
            default -> first + " " + surname();
        };
    }

    private String surname() {
        return random.nextInt(14) == 0 ? lists.surname(random) + "-" + lists.surname(random) : lists.surname(random);
    }

    private String street() {
        var name =
                switch (random.nextInt(3)) {
                    case 0 -> lists.firstName(random);
                    case 1 -> lists.surname(random);
                    default ->
                        SlotLists.any(
                                List.of(
                                        "Oak",
                                        "Maple",
                                        "Main",
                                        "Elm",
                                        "Cedar",
                                        "Washington",
                                        "Lake",
                                        "Hill",
                                        "Park",
                                        "2nd",
                                        "5th"),
                                random);
                };
        return name + " " + SlotLists.any(STREETS, random);
    }

    private String foreignStreet() {
        var name = random.nextBoolean() ? lists.surname(random) : lists.firstName(random) + " " + lists.surname(random);
        if (random.nextInt(3) == 0) {
            return lists.own("STREETWORD", random) + " " + name;
        }
        var end = lists.own("STREETEND", random);
        return Character.isUpperCase(end.charAt(0)) || random.nextBoolean()
                ? name + " " + end
                : lists.surname(random) + end;
    }

    private String address() {
        var number = String.valueOf(1 + random.nextInt(random.nextBoolean() ? 200 : 9999));
        var street = random.nextInt(4) == 0 ? street() : foreignStreet();
        var line = random.nextBoolean() ? number + " " + street : street + " " + number;
        if (random.nextInt(4) == 0) {
            line = random.nextInt(9000) + " " + line;
        }
        var joint = SlotLists.any(List.of(", ", "\n", " ", "\n "), random);
        if (random.nextInt(3) == 0) {
            line += joint + lists.own("UNIT", random);
        }
        var town = random.nextInt(3) == 0 ? lists.town(random) : lists.own("TOWN3", random);
        if (random.nextInt(6) == 0) {
            town = town.toUpperCase(Locale.ROOT);
        }
        if (random.nextInt(5) > 0) {
            line += joint + (random.nextBoolean() ? town : postcode() + " " + town);
        }
        if (random.nextInt(4) == 0) {
            line += joint + SlotLists.any(STATES, random);
        }
        if (random.nextInt(2) == 0) {
            line += joint + lists.own("COUNTRY", random);
        }
        return random.nextInt(2) == 0 ? line + " " + postcode() : line;
    }

    private String postcode() {
        return switch (random.nextInt(6)) {
            case 0 -> letter() + letter() + random.nextInt(30) + " " + random.nextInt(10) + letter() + letter();
            case 1 ->
                letter() + random.nextInt(10) + letter() + " " + random.nextInt(10) + letter() + random.nextInt(10);
            case 2 -> String.valueOf(1000 + random.nextInt(9000));
            case 3 -> (10 + random.nextInt(90)) + "-" + (100 + random.nextInt(900));
            default -> "%05d".formatted(random.nextInt(100_000));
        };
    }

    private String company() {
        return switch (random.nextInt(5)) {
            case 0 -> lists.surname(random) + ", " + lists.surname(random) + " and " + lists.surname(random);
            case 1 -> lists.surname(random) + "-" + lists.surname(random);
            case 2 -> lists.own("ORG", random);
            default -> lists.surname(random) + " " + lists.own("COMPANYEND", random);
        };
    }

    private String letter() {
        return String.valueOf((char) ('A' + random.nextInt(26)));
    }

    /** A text that grows, with its names. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private final List<LabelledText.Name> names = new ArrayList<>();

        void append(String words) {
            text.append(words);
        }

        /** A surname behind a first name and a space is one name with it. */
        void append(Kind kind, String name) {
            int end = text.length() + name.length();
            var before = names.isEmpty() ? null : names.get(names.size() - 1);
            if (before != null
                    && before.kind() == kind
                    && before.end() == text.length() - 1
                    && text.charAt(before.end()) == ' ') {
                names.set(names.size() - 1, new LabelledText.Name(kind, before.start(), end));
            } else {
                names.add(new LabelledText.Name(kind, text.length(), end));
            }
            text.append(name);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
