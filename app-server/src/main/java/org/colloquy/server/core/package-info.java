/// What the program can do, whatever the face. Knows no HTTP, no SQL, no provider.
@NullMarked
package org.colloquy.server.core;

import org.jspecify.annotations.NullMarked;
