/// The files of a conversation, or of an answer, as publications.
@NullMarked
package org.colloquy.desktop.ui.bibliography;

import org.jspecify.annotations.NullMarked;
