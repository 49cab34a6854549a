/// What a person set on this computer, and the file that keeps it.
@NullMarked
package org.colloquy.desktop.settings;

import org.jspecify.annotations.NullMarked;
