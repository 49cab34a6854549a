/// The words that the server and its clients both speak: immutable values, no behaviour of a screen
/// or a store.
@NullMarked
package org.colloquy.model;

import org.jspecify.annotations.NullMarked;
