package io.imprimatur.desk.samples;

import static io.imprimatur.content.ContentKind.ANNOUNCEMENT;
import static io.imprimatur.content.ContentKind.HEALTH_ADVICE;
import static io.imprimatur.content.ContentKind.PATIENT_STORY;
import static io.imprimatur.content.ContentKind.PROMOTION;
import static io.imprimatur.flow.TaskDecision.APPROVE;
import static io.imprimatur.flow.TaskDecision.REJECT;
import static io.imprimatur.flow.TaskDecision.REQUEST_CHANGES;

import io.imprimatur.desk.samples.Sample.Act.Decide;
import io.imprimatur.desk.samples.Sample.Act.Submit;
import io.imprimatur.flow.ContentApproval.Stages;
import java.time.Duration;
import java.util.List;

/** The sample posts of the invented Lindenhof Hospital, one for each place where a post can stand. */
final class SampleBook {
    static final String ALT_TEXT =
            "Drawing of the hospital: a white house with a green roof between trees, a path leading to its door.";

    private static final Decide LEGAL_APPROVES = new Decide(Stages.LEGAL, "legal", APPROVE, null);
    private static final Decide CLINICAL_APPROVES = new Decide(Stages.CLINICAL, "clinical", APPROVE, null);
    private static final String ONLY_A_DRAWING = "The picture is a drawing of our house; nobody is in it.";

    static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "published",
                    "approved by everybody and published in the newsroom",
                    ANNOUNCEMENT,
                    "Our garden is open to everyone again",
                    """
                    After a spring of planting, the garden behind our main house is open again. There are twelve new \
                    benches, a path without steps, and a quiet corner under the old lime trees.

                    Visitors and neighbours are as welcome as everybody who stays with us. The gate opens at eight in \
                    the morning and closes when it gets dark. Dogs on a lead may come along.

                    Questions? Call us on (202) 555-0142.""",
                    "https://www.lindenhof.example/garden",
                    true,
                    null,
                    List.of(
                            new Submit(),
                            new Decide(Stages.PRIVACY, "compliance", APPROVE, ONLY_A_DRAWING),
                            new Decide(Stages.LEGAL, "legal", APPROVE, "An invitation, and nothing is promised."),
                            new Decide(Stages.CLINICAL, "clinical", APPROVE, "It gives no medical advice."))),
            new Sample(
                    "changes",
                    "back with its author: legal asked for changes",
                    PROMOTION,
                    "A new knee, and no more pain",
                    """
                    Our knee team is the best in the country, and with our new method you will never feel pain again.

                    Come to our open evening, look behind the scenes of the operating rooms, and ask our surgeons \
                    whatever you like. There is coffee, and you need not register.""",
                    "https://www.lindenhof.example/knee",
                    false,
                    null,
                    List.of(
                            new Submit(),
                            new Decide(
                                    Stages.LEGAL,
                                    "legal",
                                    REQUEST_CHANGES,
                                    "We may promise neither that a treatment takes away all pain nor that we are better"
                                            + " than others. Please say what the method is and what patients can expect."))),
            new Sample(
                    "blocked",
                    "stopped by screening: something in it may identify a patient",
                    ANNOUNCEMENT,
                    "Thank you for a hundred letters",
                    """
                    A hundred of you wrote to our children's ward after the summer party. Every letter now hangs in \
                    the corridor.

                    One of them came with a drawing of our helicopter. Whoever drew it: your mother left \
                    lena.mustermann@mail.example as her address, please write to us, we have a present for you. \
                    MRN 48211936.""",
                    null,
                    false,
                    null,
                    List.of(new Submit())),
            new Sample(
                    "privacy",
                    "a patient story that waits for the privacy officers",
                    PATIENT_STORY,
                    "Learning to walk to the bakery again",
                    """
                    When she woke up after the stroke, she says, the word for bread was gone. Half a year later she \
                    buys a loaf every morning, on foot, and asks for it by name.

                    In between lie many hours with our speech and movement therapists, a lot of laughing, and one \
                    afternoon on which everything seemed lost. She tells her story because she wants others to know \
                    that such afternoons pass.""",
                    null,
                    false,
                    null,
                    List.of(new Submit())),
            new Sample(
                    "legal",
                    "waits for legal review",
                    PROMOTION,
                    "See your own heart beat",
                    """
                    At our open day our cardiologists show how an ultrasound of the heart works. If you like, you see \
                    your own heart on the screen.

                    This is no examination and no substitute for one. If you have complaints, please see your doctor.""",
                    "https://www.lindenhof.example/open-day",
                    false,
                    null,
                    List.of(new Submit())),
            new Sample(
                    "clinical",
                    "approved by legal, waits for clinical review",
                    HEALTH_ADVICE,
                    "Five things that help in a heat wave",
                    """
                    Drink before you are thirsty: a glass every hour is a good rule for most people. If you have a \
                    weak heart or weak kidneys, ask your doctor how much is right for you.

                    Keep the sun out during the day and let the night in. Put off what is exhausting. Look in on \
                    neighbours who live alone. Keep medicines cool and dry.

                    Confusion, a very high temperature and hot, dry skin are an emergency: call 911.""",
                    null,
                    false,
                    null,
                    List.of(new Submit(), LEGAL_APPROVES)),
            new Sample(
                    "scheduled",
                    "approved by everybody, waits for its time",
                    ANNOUNCEMENT,
                    "Longer visiting hours on the children's ward",
                    """
                    Parents may stay on our children's ward day and night, as before. From now on brothers, sisters \
                    and grandparents are welcome until eight in the evening, too.

                    Please wash your hands at the door, and stay at home if you have a cold.""",
                    null,
                    false,
                    Duration.ofDays(30),
                    List.of(new Submit(), LEGAL_APPROVES, CLINICAL_APPROVES)),
            new Sample(
                    "rejected",
                    "rejected by clinical; it will not go out",
                    HEALTH_ADVICE,
                    "One week of juice cleans the body",
                    """
                    A week with nothing but juice frees the body of everything that has gathered over the winter. Our \
                    kitchen has the recipes.

                    You will feel lighter on the third day and new on the seventh.""",
                    null,
                    false,
                    null,
                    List.of(
                            new Submit(),
                            LEGAL_APPROVES,
                            new Decide(
                                    Stages.CLINICAL,
                                    "clinical",
                                    REJECT,
                                    "There is no evidence for any of this, and for people with diabetes it is dangerous."
                                            + " We should not say it in any form."))));

    private SampleBook() {}
}
