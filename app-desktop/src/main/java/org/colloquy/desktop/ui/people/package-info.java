/// Everybody's accounts on the server.
@NullMarked
package org.colloquy.desktop.ui.people;

import org.jspecify.annotations.NullMarked;
