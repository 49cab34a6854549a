/// Tests of the keys dialog.
@NullMarked
package org.colloquy.desktop.ui.privacy;

import org.jspecify.annotations.NullMarked;
