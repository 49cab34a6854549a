package org.colloquy.server.api.app;

import org.colloquy.server.http.CallerReader;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// The desktop's own API as one face.
public final class AppFace {
  private AppFace() {}

  public static Face of(CallerReader callers, AppRoutes routes) {
    var paths = new PathTable();
    routes.addTo(paths);
    return new Face("app", paths, callers, new AppProblems());
  }
}
