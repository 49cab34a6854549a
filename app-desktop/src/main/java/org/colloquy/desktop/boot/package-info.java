/// How the program starts: its server, which only this place knows the classes of, and one window
/// for each folder.
@NullMarked
package org.colloquy.desktop.boot;

import org.jspecify.annotations.NullMarked;
