/// Forgetting a person.
@NullMarked
package org.colloquy.server.core.erasure;

import org.jspecify.annotations.NullMarked;
