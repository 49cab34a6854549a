/// How answers came about.
@NullMarked
package org.colloquy.server.core.answer;

import org.jspecify.annotations.NullMarked;
