/// Starts the server inside this program. The only place that knows the server's classes.
@NullMarked
package org.colloquy.desktop.boot;

import org.jspecify.annotations.NullMarked;
