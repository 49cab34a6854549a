/// Tables that came with files, what is asked of them, and plots of it.
@NullMarked
package org.colloquy.server.core.table;

import org.jspecify.annotations.NullMarked;
