/// How passwords are hashed and tokens signed.
@NullMarked
package org.colloquy.server.security;

import org.jspecify.annotations.NullMarked;
