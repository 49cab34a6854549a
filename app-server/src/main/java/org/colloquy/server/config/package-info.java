/// What can be set, and where it is set.
@NullMarked
package org.colloquy.server.config;

import org.jspecify.annotations.NullMarked;
