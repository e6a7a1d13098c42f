package io.imprimatur.mail.local;

import com.icegreen.greenmail.store.StoredMessage;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's mail on one page, so that a visitor of the demo sees what each person receives. */
@Controller
@Profile("local")
class InboxController {
    private final LocalMailServer server;
    private final People people;
    private final InboxReply replies;

    InboxController(LocalMailServer server, People people, InboxReply replies) {
        this.server = server;
        this.people = people;
        this.replies = replies;
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam(name = "person", required = false) @Nullable String person, Model model) {
        var boxes = people.all().stream().map(this::box).toList();
        model.addAttribute("boxes", boxes);
        model.addAttribute("smtpPort", server.smtpPort());
        model.addAttribute("imapPort", server.imapPort());
        if (person == null) {
            return "inbox/people";
        }
        model.addAttribute("reader", reader(person));
        model.addAttribute("messages", messages(person));
        return "inbox/list";
    }

    @GetMapping("/inbox/{person}/{uid}")
    String message(@PathVariable String person, @PathVariable long uid, Model model) {
        var reader = reader(person);
        var stored = stored(reader, uid);
        model.addAttribute("reader", reader);
        model.addAttribute("message", InboxMessage.of(stored));
        model.addAttribute("answerable", InboxReply.to(stored.getMimeMessage()).isPresent());
        return "inbox/message";
    }

    @GetMapping("/inbox/{person}/{uid}/image/{number}")
    ResponseEntity<byte[]> image(@PathVariable String person, @PathVariable long uid, @PathVariable int number) {
        return InboxImages.of(stored(reader(person), uid).getMimeMessage())
                .get(number)
                .map(image -> ResponseEntity.ok()
                        .contentType(image.type())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(image.bytes()))
                .orElseThrow(() -> Refusal.notFound("image-not-found", "The message has no such image."));
    }

    @PostMapping("/inbox/{person}/{uid}/reply")
    String reply(@PathVariable String person, @PathVariable long uid, @RequestParam("text") String text) {
        var reader = reader(person);
        var message = stored(reader, uid);
        if (text.isBlank()) {
            return "redirect:/inbox/{person}/{uid}?empty";
        }
        replies.send(reader, InboxMessage.of(message), message.getMimeMessage(), text);
        return "redirect:/inbox?person={person}&sent";
    }

    private StoredMessage stored(Person reader, long uid) {
        return server.message(reader.email(), uid)
                .orElseThrow(() -> Refusal.notFound(
                        "message-not-found", "There is no such message. Mail is forgotten when Imprimatur stops."));
    }

    private Box box(Person person) {
        return new Box(person, server.inbox(person.email()).size());
    }

    private List<InboxMessage> messages(String person) {
        return server.inbox(reader(person).email()).stream()
                .map(InboxMessage::of)
                .toList();
    }

    private Person reader(String id) {
        return people.find(id).orElseThrow(() -> Refusal.notFound("person-not-found", "There is nobody of that name."));
    }

    /** @param count messages in it */
    record Box(Person person, int count) {}
}
