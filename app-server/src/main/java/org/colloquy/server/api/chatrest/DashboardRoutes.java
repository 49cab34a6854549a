package org.colloquy.server.api.chatrest;

import java.util.List;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// What the web client's first page counts and this program does not have: there are none of each.
final class DashboardRoutes {
  private DashboardRoutes() {}

  static void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/docker_files", Scope.READ, DashboardRoutes::none)
        .signedIn("GET", "/pipelines", Scope.READ, DashboardRoutes::none)
        .signedIn("GET", "/configurations", Scope.READ, DashboardRoutes::none)
        .signedIn("GET", "/amber_stores", Scope.READ, DashboardRoutes::none)
        .signedIn("GET", "/jobs", Scope.READ, DashboardRoutes::none);
  }

  private static void none(Caller caller, Exchange exchange) {
    exchange.reply(List.of());
  }
}
