/// The window: header, sidebar, model picker, and what connects the screens.
@NullMarked
package org.colloquy.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
