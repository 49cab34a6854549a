/// Arithmetic.
@NullMarked
package org.colloquy.server.tool.calculation;

import org.jspecify.annotations.NullMarked;
