/// The tables of the open conversation.
@NullMarked
package org.colloquy.desktop.ui.tables;

import org.jspecify.annotations.NullMarked;
