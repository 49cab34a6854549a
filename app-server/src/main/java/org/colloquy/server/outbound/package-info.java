/// The one way out of this machine: who may be reached, and at which of their addresses.
@NullMarked
package org.colloquy.server.outbound;

import org.jspecify.annotations.NullMarked;
