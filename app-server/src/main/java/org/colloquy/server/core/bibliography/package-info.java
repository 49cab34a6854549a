/// What the documents of conversations are: titles, authors, and where they were published.
@NullMarked
package org.colloquy.server.core.bibliography;

import org.jspecify.annotations.NullMarked;
