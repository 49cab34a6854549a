/// The forms in which programs hand references to each other.
@NullMarked
package org.colloquy.server.reference;

import org.jspecify.annotations.NullMarked;
