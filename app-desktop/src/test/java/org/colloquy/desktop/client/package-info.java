/// Tests of the client.
@NullMarked
package org.colloquy.desktop.client;

import org.jspecify.annotations.NullMarked;
