/// The words that both sides speak, tried.
@NullMarked
package org.colloquy.model;

import org.jspecify.annotations.NullMarked;
