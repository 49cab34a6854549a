/// Whether anything may leave this machine.
@NullMarked
package org.colloquy.server.core.privacy;

import org.jspecify.annotations.NullMarked;
