/// Tests of the texts.
@NullMarked
package org.colloquy.desktop.text;

import org.jspecify.annotations.NullMarked;
