package io.imprimatur.review.internal;

import io.imprimatur.content.Piece;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody wants to work on a review task.
 *
 * @param stage the task's stage
 * @param person empty when nobody active has that id
 * @param authors of every revision since the last published one
 * @param cast decisions on the task's revision, oldest first
 * @param approvalsNeeded how many different people must approve at this stage
 */
record WorkRequest(
        FlowTask task,
        String stage,
        String personId,
        Optional<Person> person,
        Piece piece,
        Set<String> authors,
        List<CastDecision> cast,
        Standing standing,
        int approvalsNeeded) {}
