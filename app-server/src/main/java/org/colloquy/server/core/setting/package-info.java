/// What a person set.
@NullMarked
package org.colloquy.server.core.setting;

import org.jspecify.annotations.NullMarked;
