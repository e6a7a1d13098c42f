/** What changed between two revisions, for pages and messages alike. */
@NamedInterface("comparison")
@NullMarked
package io.imprimatur.content.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
