/// Providers, their models, and the keys an account has for them.
@NullMarked
package org.colloquy.server.core.provider;

import org.jspecify.annotations.NullMarked;
