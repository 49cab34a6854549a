/// The desktop's tests.
@NullMarked
package org.colloquy.desktop;

import org.jspecify.annotations.NullMarked;
