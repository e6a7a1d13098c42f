package io.imprimatur;

/**
 * The first class that {@code java -jar} loads. It is compiled for Java 8, so that an older Java than the rest needs can
 * load it and say so in one sentence.
 */
public final class Launcher {
    static final int OLDEST_JAVA = 17;

    private static final String NEXT = "org.springframework.boot.loader.launch.JarLauncher";

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < OLDEST_JAVA) {
            System.err.println(refusal(version));
            System.exit(1);
        }
        Class.forName(NEXT).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    static String refusal(String version) {
        return "Imprimatur needs Java " + OLDEST_JAVA + " or newer, and this is Java " + version
                + "; install a newer one, or set JAVA_HOME to it.";
    }

    /** Java 8 and older call themselves 1.8, newer ones 11, 17 and so on. */
    static int feature(String version) {
        String[] parts = version.split("\\.", -1);
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }
}
