package io.imprimatur.screening.internal.normal;

/**
 * A text as detectors read it: escapes undone, without invisible characters, with plain digits, letters, spaces, hyphens and
 * quotes, so that an identifier is seen however it is typed.
 */
public final class NormalForm {
    private NormalForm() {}

    public static MappedText of(String original) {
        return Homoglyphs.folded(Characters.plain(Escapes.undone(MappedText.same(original))));
    }
}
