/// Markdown: read once, shown as text that can be selected.
@NullMarked
package org.colloquy.desktop.ui.parts.markdown;

import org.jspecify.annotations.NullMarked;
