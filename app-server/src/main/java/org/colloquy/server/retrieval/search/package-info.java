/// Finds what was said, kept and remembered by its words, in an index on the disk.
@NullMarked
package org.colloquy.server.retrieval.search;

import org.jspecify.annotations.NullMarked;
