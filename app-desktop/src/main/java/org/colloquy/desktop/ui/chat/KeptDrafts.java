package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Attempt;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.DraftClient;
import org.colloquy.desktop.client.DraftEntry;
import org.colloquy.model.ConversationId;

/// Has the server keep what is being written, a moment after it was written, so that it is there
/// after a restart. One is sent after the other, and only how it was last.
public final class KeptDrafts implements Drafts {
  private static final Duration REST = Duration.ofSeconds(1);

  private final DraftClient client;
  private final Background background;
  private final SequencedMap<Optional<ConversationId>, DraftEntry> changed = new LinkedHashMap<>();
  private boolean waiting;

  public KeptDrafts(DraftClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  @Override
  public void load(Consumer<List<DraftEntry>> taker) {
    background.run(client::drafts, taker, _ -> {});
  }

  @Override
  public void note(DraftEntry draft) {
    changed.put(Optional.ofNullable(draft.conversation()), draft);
    if (!waiting) {
      waiting = true;
      background.after(REST, this::sendNext);
    }
  }

  private void sendNext() {
    var next = changed.pollFirstEntry();
    if (next == null) {
      waiting = false;
    } else {
      background.run(() -> kept(next.getValue()), _ -> sendNext(), _ -> sendNext());
    }
  }

  /// What sends the rest, as far as the server answers. It blocks, and is run before the server
  /// ends.
  public Runnable rest() {
    var rest = List.copyOf(changed.values());
    changed.clear();
    return () -> rest.forEach(draft -> Attempt.at(() -> kept(draft)));
  }

  private DraftEntry kept(DraftEntry draft) {
    client.keep(draft);
    return draft;
  }
}
