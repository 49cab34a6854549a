package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds what the test wrote down.
public final class ScriptedResearcher implements Researcher {
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private volatile String sentence = "Nothing useful was found.";
  private volatile Findings findings = Findings.NOTHING;
  private volatile @Nullable Gate gate;

  /// From now on it says this and finds these.
  public void finds(String said, Findings.Passage... passages) {
    sentence = said;
    findings = new Findings(List.of(passages));
  }

  /// From now on it passes this gate before it says anything.
  public void waitsAt(Gate place) {
    gate = place;
  }

  /// What it was asked, in order.
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public Findings look(String question, Consumer<String> note, Cancellation cancellation) {
    questions.add(question);
    var place = gate;
    if (place != null) {
      try (var _ = cancellation.onCancel(place::open)) {
        place.pass();
      }
    }
    if (cancellation.cancelled()) {
      throw new CancellationException("cancelled");
    }
    note.accept(sentence);
    return findings;
  }
}
