package org.colloquy.server.core.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of a transcript as a tree in which every line says something: a line that says nothing
/// is taken out, and what follows it follows the line before it.
final class TranscriptTree {
  private final Map<String, Transcript.Line> byKey = new LinkedHashMap<>();

  TranscriptTree(List<Transcript.Line> lines) {
    lines.forEach(line -> byKey.putIfAbsent(line.key(), line));
  }

  /// All lines that say something, each after its parent, otherwise in their order.
  List<Transcript.Line> ordered() {
    var ordered = new ArrayList<Transcript.Line>();
    var done = new HashSet<String>();
    for (var line : byKey.values()) {
      for (var next : path(line, done)) {
        done.add(next.key());
        if (next.saysSomething()) {
          ordered.add(next);
        }
      }
    }
    return ordered;
  }

  /// The lines down to this one that were not passed yet. A circle is cut where it closes.
  private List<Transcript.Line> path(Transcript.Line line, Set<String> done) {
    var path = new ArrayDeque<Transcript.Line>();
    var seen = new HashSet<String>();
    Transcript.Line next = line;
    while (next != null && !done.contains(next.key()) && seen.add(next.key())) {
      path.addFirst(next);
      next = above(next);
    }
    return List.copyOf(path);
  }

  /// For each line, the nearest line above it that says something.
  Map<String, String> parents(List<Transcript.Line> ordered) {
    var before = new HashSet<String>();
    var parents = new HashMap<String, String>();
    for (var line : ordered) {
      var parent = speaking(above(line));
      if (parent != null && before.contains(parent)) {
        parents.put(line.key(), parent);
      }
      before.add(line.key());
    }
    return parents;
  }

  /// The line that says something at this place or nearest above it; null when there is none.
  @Nullable String speaking(@Nullable String key) {
    return key == null ? null : speaking(byKey.get(key));
  }

  private @Nullable String speaking(Transcript.@Nullable Line from) {
    var seen = new HashSet<String>();
    var line = from;
    while (line != null && seen.add(line.key())) {
      if (line.saysSomething()) {
        return line.key();
      }
      line = above(line);
    }
    return null;
  }

  private Transcript.@Nullable Line above(Transcript.Line line) {
    var parent = line.parent();
    return parent == null ? null : byKey.get(parent);
  }
}
