/// The tools that remember facts and recall them.
@NullMarked
package org.colloquy.server.tool.memory;

import org.jspecify.annotations.NullMarked;
