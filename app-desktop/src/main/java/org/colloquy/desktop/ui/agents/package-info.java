/// The agents: presets that people choose, make and hand on.
@NullMarked
package org.colloquy.desktop.ui.agents;

import org.jspecify.annotations.NullMarked;
