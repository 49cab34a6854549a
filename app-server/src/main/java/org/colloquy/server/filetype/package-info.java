/// Telling what files are by their content.
@NullMarked
package org.colloquy.server.filetype;

import org.jspecify.annotations.NullMarked;
