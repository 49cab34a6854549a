package org.colloquy.server.core.erasure;

import java.util.List;
import org.colloquy.server.core.identity.ErasureReport;

/// Knows the copies of the database that this program made.
public interface Copies {
  /// Those that are there, by name.
  List<ErasureReport.Copy> known();
}
