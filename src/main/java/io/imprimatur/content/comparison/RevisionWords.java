package io.imprimatur.content.comparison;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Revision;
import java.util.List;

/** Says what a revision holds besides its texts in plain words. */
public interface RevisionWords {
    /** Such as "Health advice". */
    String kind(ContentKind kind);

    /** The name of a channel. */
    String channel(String key);

    /** The names of channels, joined by commas. */
    String channels(List<String> keys);

    /** When it goes out, on the clock of the zone that its author chose. */
    String goesOut(Revision revision);
}
