package org.colloquy.desktop.ui.chat;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.markdown.BlocksView;

/// Marks words that are looked for in a message on the screen.
final class FoundMarks {
  private FoundMarks() {}

  /// @param now which of the matches in the message is the one that is looked at; negative for none
  static void in(Node message, String words, int now) {
    var before = 0;
    for (var text : texts(message).toList()) {
      before += text.find(words, now < 0 ? -1 : now - before);
    }
  }

  static Optional<Node> now(Node message) {
    return texts(message)
        .map(SelectableText::foundNow)
        .filter(place -> place.getBoundsInLocal().getHeight() > 0)
        .findFirst();
  }

  /// What people said, and the blocks of an answer; not what is folded away beside it.
  private static Stream<SelectableText> texts(Node node) {
    return node.getStyleClass().contains("answer")
        ? ((Parent) node)
            .getChildrenUnmodifiable().stream()
                .filter(BlocksView.class::isInstance)
                .flatMap(FoundMarks::below)
        : node.getStyleClass().contains("said-line") ? below(node) : Stream.empty();
  }

  private static Stream<SelectableText> below(Node node) {
    return switch (node) {
      case SelectableText text -> Stream.of(text);
      case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(FoundMarks::below);
      default -> Stream.empty();
    };
  }
}
