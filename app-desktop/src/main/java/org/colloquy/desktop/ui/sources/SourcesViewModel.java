package org.colloquy.desktop.ui.sources;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AnswerSources;
import org.colloquy.desktop.client.SourceClient;
import org.colloquy.desktop.ui.parts.Shown;
import org.colloquy.desktop.ui.parts.sources.SourceLines;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The sources of the answer that a person looks at, or of the last one that has any.
public final class SourcesViewModel {
  private static final SourceLines NONE = new SourceLines(List.of(), List.of());

  private final Shown<AnswerSources> answers;
  private final ReadOnlyObjectWrapper<SourceLines> lines = new ReadOnlyObjectWrapper<>(NONE);
  private @Nullable MessageId selected;

  public SourcesViewModel(SourceClient client, Background background) {
    this.answers = new Shown<>(background, client::sources);
    answers.items().addListener((ListChangeListener<AnswerSources>) _ -> show());
  }

  /// Of all answers in the open conversation.
  public Shown<AnswerSources> answers() {
    return answers;
  }

  /// Those of one answer.
  public ReadOnlyObjectProperty<SourceLines> lines() {
    return lines.getReadOnlyProperty();
  }

  /// A person looks at this answer.
  public void select(MessageId answer) {
    selected = answer;
    show();
  }

  private void show() {
    var all = answers.items();
    var chosen =
        all.stream()
            .filter(each -> Objects.equals(each.answer(), selected))
            .findFirst()
            .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    lines.set(chosen.map(SourceLines::of).orElse(NONE));
  }
}
