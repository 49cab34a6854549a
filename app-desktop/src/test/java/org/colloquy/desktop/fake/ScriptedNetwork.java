package org.colloquy.desktop.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.colloquy.desktop.client.FoundServer;
import org.colloquy.desktop.client.ServerSearch;

/// A network on which servers announce themselves when a test says so.
public final class ScriptedNetwork implements ServerSearch {
  private final List<Consumer<List<FoundServer>>> listeners = new CopyOnWriteArrayList<>();
  private volatile List<FoundServer> there = List.of();

  @Override
  public Looking look(Consumer<List<FoundServer>> taker) {
    listeners.add(taker);
    taker.accept(there);
    return () -> listeners.remove(taker);
  }

  /// From now on these announce themselves.
  public void announce(FoundServer... servers) {
    there = List.of(servers);
    listeners.forEach(each -> each.accept(there));
  }

  /// How many look at the moment.
  public int looking() {
    return listeners.size();
  }
}
