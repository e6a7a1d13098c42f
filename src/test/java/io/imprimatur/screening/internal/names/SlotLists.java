package io.imprimatur.screening.internal.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What slots of training sentences are filled with: the project's own short lists and the long lists of names and places. */
final class SlotLists {
    private final Map<String, List<String>> own = new HashMap<>();
    private final Map<String, List<String>> listed = new HashMap<>();

    /**
     * @param sentences folder of the project's lists
     * @param words folder of the unpacked word lists of phileas-model
     */
    SlotLists(Path sentences, Path words) {
        readOwn(lines(sentences.resolve("lists.txt")));
        readOwn(MedicalTerms.lines());
        for (var file : List.of("names", "surnames", "cities", "counties", "hospitals")) {
            listed.put(file, lines(words.resolve(file)));
        }
    }

    private void readOwn(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).matches("[A-Z0-9]+") && !lines.get(i).isEmpty()) {
                own.put(lines.get(i), Arrays.asList(lines.get(i + 1).split("\\|")));
            }
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String own(String list, RandomGenerator random) {
        var values = own.get(list);
        if (values == null) {
            throw new IllegalArgumentException("There is no list " + list + ".");
        }
        return any(values, random);
    }

    boolean has(String list) {
        return own.containsKey(list);
    }

    List<String> listed(String file) {
        return listed.getOrDefault(file, List.of());
    }

    String firstName(RandomGenerator random) {
        return random.nextInt(5) < 2 ? own("FIRST", random) : capitalised(any(listed("names"), random));
    }

    String surname(RandomGenerator random) {
        return random.nextInt(5) < 2 ? own("SURNAME", random) : capitalised(any(listed("surnames"), random));
    }

    String town(RandomGenerator random) {
        return random.nextInt(3) == 0 ? own("TOWN2", random) : capitalised(any(listed("cities"), random));
    }

    String county(RandomGenerator random) {
        var county = any(listed("counties"), random);
        return county.contains("Parish") ? county : county + " County";
    }

    String hospital(RandomGenerator random) {
        var hospital = capitalised(any(listed("hospitals"), random));
        return random.nextInt(6) == 0 ? surname(random) + " " + clinic(random) : hospital;
    }

    private static String clinic(RandomGenerator random) {
        return any(
                List.of(
                        "Clinic",
                        "Hospital",
                        "Medical Center",
                        "Family Practice",
                        "Memorial Hospital",
                        "Urgent Care",
                        "Health Center",
                        "Nursing Home"),
                random);
    }

    static <T> T any(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    static String capitalised(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.length() < 2 || word.equals("of") || word.equals("at") || word.equals("and")
                        ? word
                        : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
