/// How much may be asked of models, and that it is kept to.
@NullMarked
package org.colloquy.server.core.quota;

import org.jspecify.annotations.NullMarked;
