/// The files of all conversations.
@NullMarked
package org.colloquy.desktop.ui.library;

import org.jspecify.annotations.NullMarked;
