/// Letting others into one's conversations.
@NullMarked
package org.colloquy.desktop.ui.shares;

import org.jspecify.annotations.NullMarked;
