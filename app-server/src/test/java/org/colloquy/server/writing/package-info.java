@NullMarked
package org.colloquy.server.writing;

import org.jspecify.annotations.NullMarked;
