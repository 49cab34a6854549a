@NullMarked
package org.colloquy.server.transcript;

import org.jspecify.annotations.NullMarked;
