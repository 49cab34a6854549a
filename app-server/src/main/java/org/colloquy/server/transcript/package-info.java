/// The files in which chat programs hand conversations on. Their forms are read from what the
/// programs write; none of them is documented by its maker.
@NullMarked
package org.colloquy.server.transcript;

import org.jspecify.annotations.NullMarked;
