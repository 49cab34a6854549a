/// The list of conversations.
@NullMarked
package org.colloquy.desktop.ui.history;

import org.jspecify.annotations.NullMarked;
