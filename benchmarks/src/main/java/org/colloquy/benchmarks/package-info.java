/// Load, latency and footprint programs: each prints what the product does beside a reference that
/// was measured in the same run.
@NullMarked
package org.colloquy.benchmarks;

import org.jspecify.annotations.NullMarked;
