@NullMarked
package org.colloquy.server.core.savedprompt;

import org.jspecify.annotations.NullMarked;
