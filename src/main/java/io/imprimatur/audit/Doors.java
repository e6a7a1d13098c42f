package io.imprimatur.audit;

/** Tells through which door the running work came in. */
public interface Doors {
    /** The door that was named for this work, else the one that the running request's path belongs to, else {@link Door#SYSTEM}. */
    Door current();

    /** Names the door for work that no request brings, such as a reply by mail. */
    void through(Door door, Runnable work);
}
