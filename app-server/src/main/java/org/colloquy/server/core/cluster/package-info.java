/// Several servers over one database: who is there, and what they tell each other.
@NullMarked
package org.colloquy.server.core.cluster;

import org.jspecify.annotations.NullMarked;
