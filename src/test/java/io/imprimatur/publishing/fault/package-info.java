/** All channels under faults on the way to their platforms. */
@NullMarked
package io.imprimatur.publishing.fault;

import org.jspecify.annotations.NullMarked;
