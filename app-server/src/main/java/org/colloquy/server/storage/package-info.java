/// How what people said is kept: H2 in a file behind a gateway, or PostgreSQL; and the files beside
/// it.
@NullMarked
package org.colloquy.server.storage;

import org.jspecify.annotations.NullMarked;
