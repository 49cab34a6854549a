/// Taking over conversations that were held elsewhere.
@NullMarked
package org.colloquy.server.core.importing;

import org.jspecify.annotations.NullMarked;
