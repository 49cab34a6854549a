package org.colloquy.server.core.cluster;

import java.util.Set;

/// Nobody else is there.
final class Alone implements Servers {
  @Override
  public boolean isAlone() {
    return true;
  }

  @Override
  public int self() {
    return 0;
  }

  @Override
  public Set<Integer> others() {
    return Set.of();
  }

  @Override
  public void give(int server, Signal signal) {
    throw new IllegalStateException("there is no other server");
  }

  @Override
  public void listen(Listener listener) {
    // There will be nothing to hear.
  }

  @Override
  public boolean claim(String subject) {
    return true;
  }

  @Override
  public void unclaim(String subject) {
    // Nobody else wants it.
  }
}
