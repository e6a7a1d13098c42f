package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.PublicAddress;
import io.imprimatur.publishing.feed.AtomFeed;
import io.imprimatur.publishing.settings.PublishingProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public pages at {@code /newsroom}: no login, no cookie, no script. Only what was published is reachable. */
@Controller
@RequestMapping("/newsroom")
class NewsroomPages {
    private static final int LAST_PAGE = 100_000;

    private final NewsroomPosts posts;
    private final MediaLibrary media;
    private final PublicAddress address;
    private final PublishingProperties.Newsroom settings;

    NewsroomPages(NewsroomPosts posts, MediaLibrary media, PublicAddress address, PublishingProperties properties) {
        this.posts = posts;
        this.media = media;
        this.address = address;
        this.settings = properties.newsroom();
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("newsroom", settings.title());
        model.addAttribute("publisher", settings.publisher());
        model.addAttribute("zone", settings.timeZone() == null ? ZoneId.systemDefault() : settings.timeZone());
    }

    /** @param page from 1; anything else than a number of a page shows the first or the last */
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") String page, HttpServletResponse response) {
        askEveryTime(response);
        var number = number(page);
        var shown = posts.newest(number - 1, settings.pageSize());
        var pages = pages(shown);
        if (number > pages) {
            shown = posts.newest(pages - 1, settings.pageSize());
        }
        return new ModelAndView("newsroom/list")
                .addObject("posts", shown.items())
                .addObject("page", Math.min(number, pages))
                .addObject("pages", pages);
    }

    @GetMapping("/{slug}")
    ModelAndView post(@PathVariable String slug, HttpServletResponse response) {
        askEveryTime(response);
        return posts.bySlug(slug)
                .map(post -> new ModelAndView("newsroom/post").addObject("post", post))
                .orElseGet(() -> new ModelAndView("newsroom/gone", HttpStatus.NOT_FOUND));
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> image(@PathVariable UUID id) {
        return posts.publishedImage(id)
                .map(image -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(image.type()))
                        .cacheControl(CacheControl.maxAge(settings.imageCache()).cachePublic())
                        .eTag(image.sha256())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .body(media.bytes(id)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed() {
        var newest = posts.newest(0, settings.feedSize()).items().stream()
                .map(this::entry)
                .toList();
        var head = new AtomFeed.Head(
                settings.publisher(),
                settings.title(),
                settings.publisher(),
                address.of("/newsroom/feed.atom"),
                address.of("/newsroom"));
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff")
                .body(new AtomFeed(head).write(newest));
    }

    private AtomFeed.Entry entry(NewsroomPost post) {
        return new AtomFeed.Entry(
                post.id(),
                post.title(),
                post.publishedAt(),
                address.of("/newsroom/" + post.slug()),
                post.paragraphs(),
                post.link(),
                post.images().stream()
                        .map(image -> new AtomFeed.Entry.Image(
                                address.of("/newsroom/media/" + image.mediaId()), image.altText()))
                        .toList());
    }

    /** What is taken down must not live on in caches. */
    private static void askEveryTime(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }

    private static int number(String page) {
        try {
            return Math.min(Math.max(1, Integer.parseInt(page)), LAST_PAGE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static int pages(Page<?> page) {
        return (int) Math.max(1, (page.total() + page.size() - 1) / page.size());
    }
}
