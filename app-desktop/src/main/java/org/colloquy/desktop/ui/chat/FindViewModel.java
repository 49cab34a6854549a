package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.ui.parts.Finding;
import org.colloquy.desktop.ui.parts.markdown.Letters;
import org.colloquy.desktop.ui.parts.markdown.Markdown;
import org.colloquy.model.Role;
import org.jspecify.annotations.Nullable;

/// Finds words in the open conversation: in all of its messages, whether they exist on the screen
/// or not.
public final class FindViewModel {
  private static final Duration PAUSE = Duration.ofMillis(120);

  /// What was found.
  ///
  /// @param words empty while nothing is looked for
  /// @param at the match that is shown, from 1; 0 when there is none
  /// @param message where that stands; null when there is none
  /// @param place which one of the matches in that message it is, from 0
  public record Found(
      String words, int at, int count, @Nullable MessageViewModel message, int place) {
    static final Found NOTHING = new Found("", 0, 0, null, -1);
  }

  private record Match(MessageViewModel message, int place) {}

  private record Searched(MessageViewModel message, Role role, String text) {}

  private record Known(String text, List<String> letters) {}

  private final ChatViewModel chat;
  private final Background background;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty words = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private final Map<MessageViewModel, Known> known = new ConcurrentHashMap<>();
  private List<Match> matches = List.of();
  private @Nullable MessageViewModel from;
  private int searches;
  private Background.Waiting waiting = () -> {};

  public FindViewModel(ChatViewModel chat, Background background) {
    this.chat = chat;
    this.background = background;
    words.subscribe(_ -> soon());
    chat.state().subscribe(_ -> soon());
    chat.messages().addListener((ListChangeListener<MessageViewModel>) _ -> soon());
  }

  public ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
  }

  /// What is looked for.
  public StringProperty words() {
    return words;
  }

  public ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  /// Begins to look.
  ///
  /// @param first the place of the message from which on a match is shown first
  public void open(int first) {
    from = first < chat.messages().size() ? chat.messages().get(first) : null;
    open.set(true);
    chat.earlier().fetch();
    soon();
  }

  public void close() {
    open.set(false);
    waiting.callOff();
    searches++;
    known.clear();
    matches = List.of();
    found.set(Found.NOTHING);
  }

  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  private void step(int further) {
    if (!matches.isEmpty()) {
      show(Math.floorMod(found.get().at() - 1 + further, matches.size()));
    }
  }

  private void soon() {
    if (open.get()) {
      waiting.callOff();
      waiting = background.after(PAUSE, this::search);
    }
  }

  private void search() {
    var wanted = words.get();
    var number = ++searches;
    var texts =
        chat.messages().stream().map(each -> new Searched(each, each.role(), each.text())).toList();
    background.run(
        () -> matches(texts, wanted),
        all -> {
          if (number == searches) {
            show(all);
          }
        },
        _ -> {});
  }

  private List<Match> matches(List<Searched> texts, String wanted) {
    var all = new ArrayList<Match>();
    for (var text : texts) {
      var place = 0;
      for (var letters : letters(text)) {
        for (var _ : Finding.in(letters, wanted)) {
          all.add(new Match(text.message(), place++));
        }
      }
    }
    return all;
  }

  private List<String> letters(Searched text) {
    return switch (text.role()) {
      case USER -> List.of(text.text());
      case SYSTEM, TOOL -> List.of();
      case ASSISTANT -> {
        var before = known.get(text.message());
        if (before == null || !before.text().equals(text.text())) {
          before = new Known(text.text(), Letters.of(new Markdown(text.text()).blocks()));
          known.put(text.message(), before);
        }
        yield before.letters();
      }
    };
  }

  private void show(List<Match> all) {
    var before = found.get();
    var message = before.message();
    var same =
        message != null && before.words().equals(words.get())
            ? all.indexOf(new Match(message, before.place()))
            : -1;
    matches = all;
    if (all.isEmpty()) {
      found.set(new Found(words.get(), 0, 0, null, -1));
    } else {
      show(same >= 0 ? same : first(all));
    }
  }

  private int first(List<Match> all) {
    var begin = Math.max(0, chat.messages().indexOf(from));
    var there = Set.copyOf(chat.messages().stream().skip(begin).toList());
    for (var i = 0; i < all.size(); i++) {
      if (there.contains(all.get(i).message())) {
        return i;
      }
    }
    return all.size() - 1;
  }

  private void show(int index) {
    var match = matches.get(index);
    found.set(new Found(words.get(), index + 1, matches.size(), match.message(), match.place()));
  }
}
