/// What asking models took and cost, as days, as words and as tables.
@NullMarked
package org.colloquy.desktop.ui.parts.usage;

import org.jspecify.annotations.NullMarked;
