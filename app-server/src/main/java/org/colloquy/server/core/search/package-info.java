/// Finding what was said, kept and remembered by its words.
@NullMarked
package org.colloquy.server.core.search;

import org.jspecify.annotations.NullMarked;
