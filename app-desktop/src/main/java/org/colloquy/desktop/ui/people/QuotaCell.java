package org.colloquy.desktop.ui.people;

import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.colloquy.desktop.client.QuotaEntry;
import org.colloquy.desktop.client.QuotaEntry.Limit;
import org.colloquy.desktop.client.QuotaHolder;
import org.colloquy.desktop.client.QuotaMeasure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Icon;
import org.colloquy.desktop.ui.parts.IconButton;
import org.colloquy.desktop.ui.parts.Money;
import org.jspecify.annotations.Nullable;

/// A quota in the list: each limit with what is used of it and what is reserved, and buttons that
/// change and remove it.
final class QuotaCell extends ListCell<QuotaEntry> {
  private static final int DIGITS = 4;

  private final QuotasViewModel model;
  private final Label name = new Label();
  private final VBox limits = new VBox(2);
  private final Button change = new Button(Text.of("people.quota.change"));
  private final IconButton remove = new IconButton(Icon.TRASH, Text.of("people.quota.remove"));
  private final HBox line;

  QuotaCell(QuotasViewModel model) {
    this.model = model;
    getStyleClass().add("panel-cell");
    name.getStyleClass().add("strong");
    change.getStyleClass().addAll("small", "quota-change");
    remove.getStyleClass().add("quota-remove");
    change.setMinWidth(Region.USE_PREF_SIZE);
    change.setOnAction(_ -> model.change(getItem()));
    remove.setOnAction(_ -> model.doubt(getItem()));
    var text = new VBox(2, name, limits);
    HBox.setHgrow(text, Priority.ALWAYS);
    line = new HBox(text, change, remove);
    line.getStyleClass().add("panel-line");
  }

  @Override
  protected void updateItem(@Nullable QuotaEntry quota, boolean empty) {
    super.updateItem(quota, empty);
    if (empty || quota == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(model.name(quota.of()));
    boolean apart = quota.of() instanceof QuotaHolder.Everybody;
    limits.getChildren().clear();
    var spoken = new StringBuilder(name.getText());
    for (var measure : QuotaMeasure.values()) {
      var limit = quota.limits().get(measure);
      if (limit != null) {
        var words = apart ? words(measure, limit.most()) : words(measure, limit);
        limits.getChildren().add(apart ? hint(words) : line(limit, words));
        spoken.append(". ").append(words);
      }
    }
    if (apart) {
      limits.getChildren().add(hint(Text.of("people.quota.apart")));
    }
    change.setAccessibleText(change.getText() + ": " + name.getText());
    remove.setAccessibleText(Text.of("people.quota.remove") + ": " + name.getText());
    setAccessibleText(spoken.toString());
    setGraphic(line);
  }

  private static Label hint(String words) {
    var label = new Label(words);
    label.getStyleClass().add("hint");
    return label;
  }

  private static HBox line(Limit limit, String words) {
    var line = new HBox(bar(limit, words), hint(words));
    line.getStyleClass().add("panel-line");
    return line;
  }

  private static ProgressBar bar(Limit limit, String words) {
    double share =
        limit.most() == 0
            ? 1
            : Math.min(1, (double) (limit.used() + limit.reserved()) / limit.most());
    var bar = new ProgressBar(share);
    bar.getStyleClass().add("quota-bar");
    bar.setAccessibleText(words);
    return bar;
  }

  private static String words(QuotaMeasure measure, Limit limit) {
    return Text.of(
        "people.quota.used",
        title(measure),
        amount(measure, limit.used()),
        amount(measure, limit.most()),
        amount(measure, limit.reserved()));
  }

  private static String words(QuotaMeasure measure, long most) {
    return Text.of("people.quota.most", title(measure), amount(measure, most));
  }

  /// What is limited, in the person's language.
  static String title(QuotaMeasure measure) {
    return switch (measure) {
      case TOKENS_PER_DAY -> Text.of("people.quota.tokens-day");
      case TOKENS_PER_MONTH -> Text.of("people.quota.tokens-month");
      case COST_PER_DAY -> Text.of("people.quota.cost-day");
      case COST_PER_MONTH -> Text.of("people.quota.cost-month");
    };
  }

  private static String amount(QuotaMeasure measure, long number) {
    return measure.isCost()
        ? Money.of(number, DIGITS)
        : NumberFormat.getIntegerInstance(Locale.getDefault()).format(number);
  }
}
