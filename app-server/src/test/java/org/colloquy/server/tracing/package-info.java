@NullMarked
package org.colloquy.server.tracing;

import org.jspecify.annotations.NullMarked;
