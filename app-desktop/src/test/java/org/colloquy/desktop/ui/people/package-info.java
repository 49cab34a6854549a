@NullMarked
package org.colloquy.desktop.ui.people;

import org.jspecify.annotations.NullMarked;
