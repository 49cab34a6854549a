/// Prompts that are kept to be used again.
@NullMarked
package org.colloquy.desktop.ui.prompts;

import org.jspecify.annotations.NullMarked;
