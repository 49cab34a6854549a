package org.colloquy.desktop.ui.usage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Saving;
import org.colloquy.desktop.ui.parts.data.RowsGrid;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.parts.usage.UsageRows;
import org.colloquy.desktop.ui.parts.usage.UsageWords;
import org.colloquy.desktop.ui.usage.UsageViewModel.By;
import org.colloquy.desktop.ui.usage.UsageViewModel.Measure;
import org.colloquy.desktop.ui.usage.UsageViewModel.Shown;

/// The dialog that shows what asking models took and cost: as bars, and as a table that says the
/// same.
public final class UsageView implements DialogView {
  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int QUARTER = 90;

  private final UsageViewModel model;
  private final Saving saving;
  private final Runnable done;
  private final RowsGrid rows = new RowsGrid();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ToggleButton byDay;
  @FXML private ToggleButton byModel;
  @FXML private ToggleButton byKey;
  @FXML private ToggleButton byConversation;
  @FXML private ToggleButton lastWeek;
  @FXML private ToggleButton lastMonth;
  @FXML private ToggleButton lastQuarter;
  @FXML private ToggleButton measureTokens;
  @FXML private ToggleButton measureCost;
  @FXML private DatePicker usageFrom;
  @FXML private DatePicker usageUntil;
  @FXML private StackPane usageBars;
  @FXML private StackPane usageTable;
  @FXML private Label usageTotal;
  @FXML private Button saveUsage;
  @FXML private StackPane failure;

  public UsageView(UsageViewModel model, Saving saving, Runnable done) {
    this.model = model;
    this.saving = saving;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure, usageBars);
    rows.setId("usageRows");
    rows.setAccessibleText(Text.of("usage.title"));
    rows.setPlaceholder(new Label(Text.of("usage.none")));
    usageTable.getChildren().add(rows);
    var ways =
        Map.of(By.DAY, byDay, By.MODEL, byModel, By.KEY, byKey, By.CONVERSATION, byConversation);
    var spans = Map.of(WEEK, lastWeek, MONTH, lastMonth, QUARTER, lastQuarter);
    var measures = Map.of(Measure.TOKENS, measureTokens, Measure.COST, measureCost);
    offer(ways, model::sumUp);
    offer(spans, model::last);
    offer(measures, model.measure()::set);
    usageFrom.setOnAction(_ -> choose(usageFrom, model::from));
    usageUntil.setOnAction(_ -> choose(usageUntil, model::until));
    bonds =
        Subscription.combine(
            model.by().subscribe(by -> mark(ways, by)),
            model.span().subscribe(span -> mark(spans, span.intValue())),
            model.measure().subscribe(measure -> mark(measures, measure)),
            model.days().subscribe(this::showDays),
            model.shown().subscribe(this::show),
            model.measure().subscribe((_, _) -> showBars()),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private static <K> void offer(Map<K, ToggleButton> buttons, Consumer<K> choose) {
    var group = new ToggleGroup();
    buttons.forEach((value, button) -> {
      group.getToggles().add(button);
      button.setOnAction(_ -> {
        button.setSelected(true);
        choose.accept(value);
      });
    });
  }

  private static <K> void mark(Map<K, ToggleButton> buttons, K value) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(value)));
  }

  private static void choose(DatePicker field, Consumer<LocalDate> choose) {
    var day = field.getValue();
    if (day != null) {
      choose.accept(day);
    }
  }

  private void showDays(UsageDays days) {
    usageFrom.setValue(days.first());
    usageUntil.setValue(days.last());
  }

  private void show(Shown now) {
    rows.show(UsageRows.shown(about(now.by()), now.sums()));
    for (int i = 0; i < now.sums().size(); i++) {
      if (now.marked().equals(now.sums().get(i).of())) {
        rows.getSelectionModel().select(i);
        rows.scrollTo(i);
      }
    }
    var total = model.total();
    usageTotal.setText(
        total == null ? "" : UsageWords.tokens(total) + " · " + UsageWords.cost(total));
    saveUsage.setDisable(total == null);
    showBars();
  }

  private static String about(By by) {
    return switch (by) {
      case DAY -> Text.of("usage.day");
      case MODEL -> Text.of("usage.model");
      case KEY -> Text.of("usage.key");
      case CONVERSATION -> Text.of("usage.conversation");
    };
  }

  private void showBars() {
    var now = model.shown().get();
    var measure = model.measure().get();
    var bars = UsageBars.of(now.by(), now.days(), measure, now.sums());
    usageBars.setVisible(!now.sums().isEmpty());
    usageBars
        .getChildren()
        .setAll(
            now.by() == By.DAY
                ? UsageChart.upright(measure, bars)
                : UsageChart.lying(measure, bars));
    usageBars.setAccessibleText(usageTotal.getText());
  }

  @Override
  public void open() {
    model.load();
    rows.requestFocus();
  }

  @FXML
  private void save() {
    saving.save(model.csvName(), () -> model.csv().getBytes(StandardCharsets.UTF_8), failure);
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
