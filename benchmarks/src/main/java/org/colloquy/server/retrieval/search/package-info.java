/// What the search is compared with.
@NullMarked
package org.colloquy.server.retrieval.search;

import org.jspecify.annotations.NullMarked;
