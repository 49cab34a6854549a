/// Tests of Markdown.
@NullMarked
package org.colloquy.desktop.ui.parts.markdown;

import org.jspecify.annotations.NullMarked;
