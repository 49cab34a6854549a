/// Reading files in a process of their own, which may break without harm.
@NullMarked
package org.colloquy.server.extract;

import org.jspecify.annotations.NullMarked;
