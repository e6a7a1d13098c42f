/** Accounts on platforms: their settings, their secrets, and how they are connected. */
@NullMarked
package io.imprimatur.publishing.account;

import org.jspecify.annotations.NullMarked;
