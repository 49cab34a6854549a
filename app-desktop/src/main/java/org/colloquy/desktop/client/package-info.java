/// Talks to a server over HTTP; what it tells, as values.
@NullMarked
package org.colloquy.desktop.client;

import org.jspecify.annotations.NullMarked;
