/// Named presets of models.
@NullMarked
package org.colloquy.server.core.agent;

import org.jspecify.annotations.NullMarked;
