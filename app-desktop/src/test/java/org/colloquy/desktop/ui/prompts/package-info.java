@NullMarked
package org.colloquy.desktop.ui.prompts;

import org.jspecify.annotations.NullMarked;
