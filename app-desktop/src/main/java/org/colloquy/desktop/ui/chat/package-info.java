/// One conversation: its messages and the place to write.
@NullMarked
package org.colloquy.desktop.ui.chat;

import org.jspecify.annotations.NullMarked;
