/// Files of values with delimiters: how they are written, and their rows.
@NullMarked
package org.colloquy.server.csv;

import org.jspecify.annotations.NullMarked;
