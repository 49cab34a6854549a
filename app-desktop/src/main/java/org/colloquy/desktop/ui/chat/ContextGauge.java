package org.colloquy.desktop.ui.chat;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ContextUse;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureWords;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Money;
import org.jspecify.annotations.Nullable;

/// A bar beside the button that sends: how full the model's window is with the question. What takes
/// how much stands in its tooltip.
public final class ContextGauge extends HBox {
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final double NEARLY = 0.9;
  private static final int DIGITS = 4;

  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = new Label();
  private final Tooltip parts = new Tooltip();

  public ContextGauge() {
    getStyleClass().add("context-gauge");
    bar.setAccessibleText(Text.of("context.title"));
    getChildren().addAll(bar, words);
    Tooltip.install(this, parts);
    Hiding.whole(this);
    setVisible(false);
  }

  /// Shows it from now on.
  Subscription follow(ContextViewModel model) {
    return Subscription.combine(
        model.use().subscribe(_ -> show(model.use().get(), model.tooLong().get())),
        model.tooLong().subscribe(_ -> show(model.use().get(), model.tooLong().get())));
  }

  private void show(@Nullable ContextUse use, @Nullable Failure tooLong) {
    var room = use == null ? null : use.room();
    setVisible(tooLong != null || room != null);
    if (tooLong != null) {
      fill(1, Text.of("context.too-long"), FailureWords.of(tooLong).sentence());
    } else if (use != null && room != null) {
      double part = Math.min(1, (double) use.all() / Math.max(1, room));
      var percent = NumberFormat.getPercentInstance(Locale.getDefault()).format(part);
      var brief = use.leftOut() > 0 ? Text.of("context.left-out", use.leftOut()) : percent;
      fill(part, brief, told(use, room));
    }
  }

  private void fill(double part, String brief, String whole) {
    bar.setProgress(part);
    words.setText(brief);
    parts.setText(whole);
    bar.setAccessibleText(Text.of("context.title") + ": " + brief);
    pseudoClassStateChanged(FULL, part >= NEARLY);
  }

  private static String told(ContextUse use, long room) {
    var lines = new ArrayList<String>();
    lines.add(Text.of("context.title"));
    lines.add(Text.of("context.all", use.all(), room));
    lines.add(Text.of("context.instructions", use.instructions()));
    lines.add(Text.of("context.tools", use.tools()));
    lines.add(Text.of("context.earlier", use.earlier()));
    lines.add(Text.of("context.question", use.question()));
    if (use.leftOut() > 0) {
      lines.add(Text.of("context.left-out.long", use.leftOut()));
    }
    var cost = use.cost();
    if (cost != null) {
      lines.add(Text.of("context.cost", Money.of(cost, DIGITS)));
    }
    lines.add(Text.of("context.besides"));
    return String.join("\n", lines);
  }
}
