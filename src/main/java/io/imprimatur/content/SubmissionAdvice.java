package io.imprimatur.content;

import java.util.List;
import java.util.UUID;

/** Port: what an author should know right after handing a piece in; filled by {@code review}. */
public interface SubmissionAdvice {
    /** Sentences that warn, such as that nobody eligible could approve at a stage; empty when all is well. */
    List<String> warnings(UUID contentId);
}
