package org.colloquy.server.security.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the data folder knows about the keys that open its secrets. It never holds one.
///
/// @param name tells this folder's keys from those of others in the same place
/// @param place where they are
/// @param marks of the keys that are or may be in use; the first one seals
/// @param leaving where they were and still have to be removed from
/// @param databasePassword of the encrypted database file, sealed
record Sealing(
    String name,
    Place place,
    List<String> marks,
    Optional<Place> leaving,
    Optional<String> databasePassword) {
  Sealing {
    marks = List.copyOf(marks);
  }

  /// The key that seals.
  String current() {
    return marks.getFirst();
  }

  /// Whether there are keys or places that have to be left behind.
  boolean isUnfinished() {
    return marks.size() > 1 || leaving.isPresent();
  }

  /// The same, sealed from now on by this key; the others stay.
  Sealing withCurrent(String mark) {
    var all = new ArrayList<>(List.of(mark));
    marks.stream().filter(other -> !other.equals(mark)).forEach(all::add);
    return new Sealing(name, place, all, leaving, databasePassword);
  }

  Sealing withMarks(List<String> others) {
    return new Sealing(name, place, others, leaving, databasePassword);
  }

  Sealing movedTo(Place other) {
    return other.equals(place)
        ? this
        : new Sealing(name, other, marks, Optional.of(place), databasePassword);
  }

  Sealing left() {
    return new Sealing(name, place, marks, Optional.empty(), databasePassword);
  }

  Sealing withDatabasePassword(Optional<String> sealed) {
    return new Sealing(name, place, marks, leaving, sealed);
  }
}
