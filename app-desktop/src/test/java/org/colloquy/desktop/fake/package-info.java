/// The outside world of the desktop's tests: a server that does what a test says.
@NullMarked
package org.colloquy.desktop.fake;

import org.jspecify.annotations.NullMarked;
