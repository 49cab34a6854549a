/// The files of the open conversation.
@NullMarked
package org.colloquy.desktop.ui.files;

import org.jspecify.annotations.NullMarked;
