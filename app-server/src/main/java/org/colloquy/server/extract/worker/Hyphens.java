package org.colloquy.server.extract.worker;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a hyphen at the end of a line belongs to the word. It does when the same word has
/// one in the middle of a line elsewhere in the document.
final class Hyphens {
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}{2,}-\\p{L}{2,}");
  private static final Pattern LAST_PART = Pattern.compile("\\p{L}+(?=[-\u2010\u00AD]$)");
  private static final Pattern FIRST_PART = Pattern.compile("^\\p{Ll}\\p{L}*");
  private static final int MOST = 20_000;

  private final Set<String> compounds = new HashSet<>();

  /// Learns from a line.
  void learn(String line) {
    var found = COMPOUND.matcher(line);
    while (found.find() && compounds.size() < MOST) {
      compounds.add(found.group().toLowerCase(Locale.ROOT));
    }
  }

  /// What happens between a line and the next.
  enum Joint {
    /// The hyphen goes, and the word goes on.
    NONE,
    /// The hyphen stays, and the word goes on.
    HYPHEN,
    /// The line ends.
    LINE
  }

  Joint between(String line, String next) {
    var last = LAST_PART.matcher(line);
    var first = FIRST_PART.matcher(next);
    if (!last.find() || !first.find()) {
      return Joint.LINE;
    }
    var compound = (last.group() + "-" + first.group()).toLowerCase(Locale.ROOT);
    return !line.endsWith("\u00AD") && compounds.contains(compound) ? Joint.HYPHEN : Joint.NONE;
  }
}
