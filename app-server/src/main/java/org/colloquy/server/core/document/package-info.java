/// Texts of files, page by page.
@NullMarked
package org.colloquy.server.core.document;

import org.jspecify.annotations.NullMarked;
