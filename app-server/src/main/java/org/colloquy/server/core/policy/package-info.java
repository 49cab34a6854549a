/// What people decided about tools once and for all.
@NullMarked
package org.colloquy.server.core.policy;

import org.jspecify.annotations.NullMarked;
