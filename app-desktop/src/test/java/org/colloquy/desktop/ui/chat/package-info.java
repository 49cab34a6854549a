/// Tests of the open conversation.
@NullMarked
package org.colloquy.desktop.ui.chat;

import org.jspecify.annotations.NullMarked;
