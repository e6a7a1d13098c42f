package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The newsroom on a real PostgreSQL. */
class NewsroomChannelTest extends ChannelContract {
    private static PublishingFixture on;
    private static NewsroomChannel newsroom;

    @BeforeAll
    static void start() {
        on = new PublishingFixture(PublishingFixture.properties(), fixture -> List.of());
        newsroom = new NewsroomChannel(new NewsroomPosts(on.jdbc), on.media, PublishingFixture.properties());
    }

    @AfterAll
    static void stop() {
        on.close();
    }

    @Override
    protected Channel channel() {
        return newsroom;
    }

    @Override
    protected UUID stored(byte[] picture) {
        return on.image(picture, "").mediaId();
    }

    @Override
    protected UUID newContent() {
        return on.revision("newsroom").contentId();
    }

    @Override
    protected int live(Post post) {
        return on.jdbc
                .sql("SELECT count(*) FROM newsroom_post WHERE content_id = :content AND revision = :revision")
                .param("content", post.contentId())
                .param("revision", post.revision())
                .query(Integer.class)
                .single();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        on.jdbc
                .sql("UPDATE newsroom_post SET body = 'Something else' WHERE id = :id")
                .param("id", UUID.fromString(remoteId))
                .update();
    }
}
