package org.colloquy.server.core.cluster;

import java.util.List;
import java.util.Set;

/// The servers that use one database together, as seen by one of them.
public interface Servers {
  /// For a server that has its database for itself.
  Servers ALONE = new Alone();

  /// A signal, and the number of the server that gave it.
  record Given(int from, Signal signal) {}

  /// Who hears of what happens. Called on one thread that must not be kept long.
  interface Listener {
    /// Signals came in.
    void given(List<Given> signals);

    /// Others have ended, and what they did is free.
    void othersEnded();

    /// The others took this one for dead: what it did is not its own any more.
    void takenForDead();
  }

  /// Whether this one has its database for itself, now and later.
  boolean isAlone();

  /// The number of this server, which no other had before.
  int self();

  /// The numbers of the others that are running.
  Set<Integer> others();

  /// Gives another server a signal. One that has ended does not take it.
  void give(int server, Signal signal);

  /// From now on this one hears of everything.
  void listen(Listener listener);

  /// Takes something to do, or has it already; false when another server has it.
  boolean claim(String subject);

  /// Has done it, or not. What cannot be given back now stays this server's until it ends, which
  /// may take it again.
  void unclaim(String subject);
}
