/// What may leave, the account's data, the programs that may use it, and what was done.
@NullMarked
package org.colloquy.desktop.ui.privacy;

import org.jspecify.annotations.NullMarked;
