/// The metrics of the server, for programs that collect them.
@NullMarked
package org.colloquy.server.api.metrics;

import org.jspecify.annotations.NullMarked;
