package io.imprimatur.screening.internal.normal;

import java.text.Normalizer;

/** Drops what is not seen, and writes digits, letters, spaces, hyphens and quotes in their plain form. */
final class Characters {
    private static final int ENCLOSING_KEYCAP = 0x20E3;

    private final MappedText typed;
    private final MappedText.Builder plain;

    private Characters(MappedText typed) {
        this.typed = typed;
        this.plain = new MappedText.Builder(typed.text().length());
    }

    static MappedText plain(MappedText typed) {
        var characters = new Characters(typed);
        var text = typed.text();
        for (int at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            characters.append(codePoint, typed.originalStart(at), typed.originalEnd(next));
            at = next;
        }
        return characters.plain.build();
    }

    private void append(int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            plain.append((char) codePoint, start, end);
        } else if (isInvisible(codePoint)) {
            belongToTheUnitBefore(codePoint, end);
        } else if (isMarkOnALetter(codePoint)) {
            compose((char) codePoint, start, end);
        } else {
            plain.append(PlainForms.of(codePoint), start, end);
        }
    }

    /** Marks are drawn with what they follow, so they are marked with it. */
    private void belongToTheUnitBefore(int codePoint, int end) {
        if (plain.length() > 0 && Character.getType(codePoint) != Character.FORMAT) {
            plain.extendLast(end);
        }
    }

    /** An accent becomes one with its letter; whatever else is drawn over a Latin letter hides it only. */
    private void compose(char mark, int start, int end) {
        var composed = Normalizer.normalize("" + plain.last() + mark, Normalizer.Form.NFC);
        if (composed.length() == 1) {
            plain.replaceLast(composed.charAt(0));
            plain.extendLast(end);
        } else if (Character.UnicodeScript.of(plain.last()) == Character.UnicodeScript.LATIN) {
            plain.extendLast(end);
        } else {
            plain.append(mark, start, end);
        }
    }

    private boolean isMarkOnALetter(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && Character.isBmpCodePoint(codePoint)
                && plain.length() > 0
                && Character.isLetter(plain.last());
    }

    /** Format characters everywhere; marks that are drawn over a digit, the keycap and variation selectors among them. */
    private boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> true;
            case Character.NON_SPACING_MARK ->
                isVariationSelector(codePoint) || codePoint == 0x034F || followsNoLetter();
            case Character.ENCLOSING_MARK -> codePoint == ENCLOSING_KEYCAP || followsNoLetter();
            default -> codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private boolean followsNoLetter() {
        return plain.length() == 0
                || !(Character.isLetter(plain.last()) || Character.isSurrogate(plain.last()) || isMark(plain.last()));
    }

    private static boolean isMark(char unit) {
        return Character.getType(unit) == Character.NON_SPACING_MARK;
    }
}
