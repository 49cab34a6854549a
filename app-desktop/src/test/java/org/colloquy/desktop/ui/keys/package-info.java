/// Tests of the keys dialog.
@NullMarked
package org.colloquy.desktop.ui.keys;

import org.jspecify.annotations.NullMarked;
