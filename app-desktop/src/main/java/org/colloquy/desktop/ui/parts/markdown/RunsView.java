package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.colloquy.desktop.ui.parts.SelectableText;
import org.colloquy.desktop.ui.parts.markdown.Inline.Style;

/// Runs of text as one selectable flow.
final class RunsView {
  private final SelectableText flow = new SelectableText();
  private final Leads leads;
  private List<Inline> shown = List.of();

  RunsView(List<Inline> runs, Leads leads) {
    this.leads = leads;
    show(runs);
  }

  SelectableText flow() {
    return flow;
  }

  void show(List<Inline> runs) {
    var same = 0;
    while (same < Math.min(runs.size(), shown.size()) && runs.get(same).equals(shown.get(same))) {
      same++;
    }
    if (grewInPlace(same, runs)) {
      ((Text) flow.parts().get(same)).setText(runs.get(same).text());
      same++;
    }
    var parts = new ArrayList<Node>(flow.parts().subList(0, same));
    runs.subList(same, runs.size()).forEach(run -> parts.add(part(run)));
    shown = runs;
    flow.showDirected(parts);
  }

  /// Whether the first changed run only got more words, so that its node can stay.
  private boolean grewInPlace(int index, List<Inline> runs) {
    return index < Math.min(runs.size(), shown.size())
        && runs.get(index) instanceof Inline.Words now
        && shown.get(index) instanceof Inline.Words before
        && now.styles().equals(before.styles());
  }

  private Node part(Inline run) {
    return switch (run) {
      case Inline.Words words -> styled(words.text(), words.styles());
      case Inline.Picture picture -> pictured(picture);
      case Inline.NoteMark mark -> new NoteMarkText(mark, leads.notes());
      case Inline.Equation math -> MathNode.part(math.text(), math.formula(), leads, this::drawn);
      case Inline.Link link -> linked(link);
      case Inline.Mark mark -> new MarkText(mark, leads);
    };
  }

  /// A formula that was shown as it was written is drawn now.
  private void drawn() {
    var runs = shown;
    shown = List.of();
    show(runs);
  }

  private static Text styled(String words, Set<Style> styles) {
    var text = new Text(words);
    styles.forEach(style -> text.getStyleClass().add(style.name().toLowerCase(Locale.ROOT)));
    return text;
  }

  private Text linked(Inline.Link link) {
    return leading(link.text(), link.address(), link.styles());
  }

  private Text pictured(Inline.Picture picture) {
    var name = org.colloquy.desktop.text.Text.of("chat.picture", picture.text());
    return leading(name, picture.address(), picture.styles());
  }

  private Text leading(String words, String address, Set<Style> styles) {
    var target = LinkTarget.of(address);
    if (target == null) {
      return styled(words, styles);
    }
    var text = styled(target.label(words), styles);
    text.getStyleClass().add("link");
    text.setCursor(Cursor.HAND);
    text.setOnMouseClicked(click -> {
      if (click.isStillSincePress()) {
        leads.browser().accept(target.address());
      }
    });
    return text;
  }
}
