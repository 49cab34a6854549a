package org.colloquy.server.core;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.Fault;
import org.colloquy.model.ProblemException;

/// Collects the faults of a request, so that a person hears of all of them at once.
public final class Rules {
  private final List<Fault> faults = new ArrayList<>();

  /// Notes a fault unless `holds`.
  public Rules expect(boolean holds, String field, String why) {
    if (!holds) {
      faults.add(new Fault(field, why));
    }
    return this;
  }

  /// The text must say something and be no longer than `most` characters.
  public Rules filled(String text, String field, int most) {
    expect(!text.isBlank(), field, "This field may not be blank.");
    return atMost(text, field, most);
  }

  /// The text may be empty but no longer than `most` characters, and holds no NUL.
  public Rules atMost(String text, String field, int most) {
    expect(text.indexOf('\0') < 0, field, "Null characters are not allowed.");
    return expect(
        text.length() <= most,
        field,
        "Ensure this field has no more than " + most + " characters.");
  }

  /// Throws what was noted, if anything was.
  public void check() {
    if (!faults.isEmpty()) {
      throw new ProblemException(new Problem.Invalid(faults));
    }
  }
}
