@NullMarked
package org.colloquy.server.core.review;

import org.jspecify.annotations.NullMarked;
