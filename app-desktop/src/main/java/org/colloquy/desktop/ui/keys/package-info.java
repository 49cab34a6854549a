/// Providers and the keys for them.
@NullMarked
package org.colloquy.desktop.ui.keys;

import org.jspecify.annotations.NullMarked;
