@NullMarked
package org.colloquy.server.core.importing;

import org.jspecify.annotations.NullMarked;
