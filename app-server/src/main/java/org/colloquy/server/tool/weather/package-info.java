/// The weather.
@NullMarked
package org.colloquy.server.tool.weather;

import org.jspecify.annotations.NullMarked;
