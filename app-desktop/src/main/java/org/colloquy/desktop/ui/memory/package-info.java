/// What is remembered across conversations.
@NullMarked
package org.colloquy.desktop.ui.memory;

import org.jspecify.annotations.NullMarked;
