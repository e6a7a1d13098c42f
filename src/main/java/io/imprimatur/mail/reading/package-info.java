/**
 * What one incoming mail says: its headers, whether a machine sent it, what a person wrote in it, and whether that is a
 * decision. Pure functions over bytes and text; nothing here asks the clock, the database or the network.
 */
@NullMarked
package io.imprimatur.mail.reading;

import org.jspecify.annotations.NullMarked;
