/// What asking models took and cost.
@NullMarked
package org.colloquy.desktop.ui.usage;

import org.jspecify.annotations.NullMarked;
