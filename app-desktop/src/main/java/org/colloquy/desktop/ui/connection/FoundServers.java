package org.colloquy.desktop.ui.connection;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.FoundServer;
import org.colloquy.desktop.client.ServerSearch;
import org.jspecify.annotations.Nullable;

/// The servers that announce themselves on the network, while somebody wants to know.
public final class FoundServers {
  private final ServerSearch search;
  private final Background background;
  private final ObservableList<FoundServer> servers = FXCollections.observableArrayList();
  private ServerSearch.@Nullable Looking looking;
  private int round;

  /// Nobody looks yet.
  public FoundServers(ServerSearch search, Background background) {
    this.search = search;
    this.background = background;
  }

  /// Those that are there now.
  public ObservableList<FoundServer> servers() {
    return servers;
  }

  /// Looks until [#end].
  public void begin() {
    end();
    var mine = round;
    background.run(
        () ->
            search.look(found ->
                background.nextFrame(() -> {
                  if (mine == round) {
                    servers.setAll(found);
                  }
                })),
        begun -> {
          if (mine == round) {
            looking = begun;
          } else {
            stop(begun);
          }
        },
        _ -> {});
  }

  /// Leaves the network alone.
  public void end() {
    round++;
    servers.clear();
    var before = looking;
    looking = null;
    if (before != null) {
      stop(before);
    }
  }

  private void stop(ServerSearch.Looking before) {
    background.run(
        () -> {
          before.close();
          return before;
        },
        _ -> {},
        _ -> {});
  }
}
