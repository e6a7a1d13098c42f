/** Pages on which managers look after flows: what is in force, drafts, proposals, moving posts. */
@NullMarked
package io.imprimatur.flow.web;

import org.jspecify.annotations.NullMarked;
