/// Conversations as files that people read: Markdown, HTML, PDF.
@NullMarked
package org.colloquy.server.writing;

import org.jspecify.annotations.NullMarked;
