package org.colloquy.server.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Ids that a server told of late, so that not everything is asked about what is not there.
final class Seen {
  private static final Pattern ID =
      Pattern.compile("\"[a-z_]*id\":\\s*\"?([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{1,9})\\b");
  private static final int MOST = 64;

  private final Deque<String> ids = new ArrayDeque<>(List.of("1"));

  /// Remembers the ids in an answer.
  void look(String answer) {
    var found = ID.matcher(answer);
    for (int i = 0; i < 5 && found.find(); i++) {
      ids.addFirst(found.group(1));
    }
    while (ids.size() > MOST) {
      ids.removeLast();
    }
  }

  /// One of them.
  String any(Random random) {
    return Nasty.oneOf(random, List.copyOf(ids));
  }
}
