package io.imprimatur.publishing;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.Revision;
import io.imprimatur.publishing.channel.Preview;
import java.util.List;

/** How a revision will look on its channels. */
public interface Previews {
    /** In the order of the revision's channels; channels that are not set up any more are left out. */
    List<ChannelPreview> of(Revision revision);

    record ChannelPreview(ChannelInfo channel, Preview preview) {}
}
