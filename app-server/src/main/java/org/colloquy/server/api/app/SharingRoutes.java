package org.colloquy.server.api.app;

import java.util.List;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.sharing.Sharing;
import org.colloquy.server.core.sharing.SharingChange;
import org.colloquy.server.core.sharing.SharingState;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/sharing`: whether others on the network may reach this server.
public final class SharingRoutes {
  private final Sharing sharing;

  public SharingRoutes(Sharing sharing) {
    this.sharing = sharing;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/sharing", Scope.ADMIN, this::show)
        .signedIn("PATCH", "/api/sharing", Scope.ADMIN, this::change);
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(SharingJson.of(sharing.get(caller)));
  }

  private void change(Caller caller, Exchange exchange) {
    var body = exchange.body(SharingBody.class);
    var change = new SharingChange(body.on(), body.announced(), body.name());
    exchange.reply(SharingJson.of(sharing.change(caller, change)));
  }

  record SharingBody(@Nullable Boolean on, @Nullable Boolean announced, @Nullable String name) {}

  record SharingJson(
      boolean on,
      boolean announced,
      String name,
      @Nullable Integer port,
      List<String> addresses,
      @Nullable String fingerprint) {
    static SharingJson of(SharingState state) {
      var fingerprint = state.fingerprint();
      return new SharingJson(
          state.on(),
          state.announced(),
          state.name(),
          state.port(),
          state.addresses(),
          fingerprint == null ? null : fingerprint.text());
    }
  }
}
