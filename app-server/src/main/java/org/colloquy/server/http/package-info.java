/// HTTP for every face: matching paths, reading bodies, writing answers, streams and refusals, and
/// the gate that decides which requests get in at all. Helidon and Jackson stop here.
@NullMarked
package org.colloquy.server.http;

import org.jspecify.annotations.NullMarked;
