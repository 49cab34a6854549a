/// The screens' tests.
@NullMarked
package org.colloquy.desktop.ui;

import org.jspecify.annotations.NullMarked;
