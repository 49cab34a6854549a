package org.colloquy.desktop.ui.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.colloquy.desktop.ui.parts.Saving;
import org.colloquy.desktop.ui.parts.data.RowsGrid;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.parts.usage.UsageRows;
import org.colloquy.desktop.ui.parts.usage.UsageWords;
import org.colloquy.desktop.ui.people.PeopleUsageViewModel.By;
import org.colloquy.desktop.ui.people.PeopleUsageViewModel.Shown;
import org.jspecify.annotations.Nullable;

/// The page with what asking models took and cost everybody.
public final class PeopleUsageView {
  private final PeopleUsageViewModel model;
  private final Saving saving;
  private final RowsGrid rows = new RowsGrid();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ChoiceBox<@Nullable UUID> usagePerson;
  @FXML private ToggleButton byPerson;
  @FXML private ToggleButton peopleByDay;
  @FXML private ToggleButton peopleByModel;
  @FXML private DatePicker peopleFrom;
  @FXML private DatePicker peopleUntil;
  @FXML private StackPane peopleUsageTable;
  @FXML private Label peopleUsageTotal;
  @FXML private Button savePeopleUsage;
  @FXML private StackPane peopleUsageFailure;

  /// @param saving saves what is shown as a file
  public PeopleUsageView(PeopleUsageViewModel model, Saving saving) {
    this.model = model;
    this.saving = saving;
  }

  @FXML
  private void initialize() {
    Hiding.whole(peopleUsageFailure);
    rows.setId("peopleUsageRows");
    rows.setAccessibleText(Text.of("people.usage"));
    rows.setPlaceholder(new Label(Text.of("people.usage.none")));
    peopleUsageTable.getChildren().add(rows);
    usagePerson.setConverter(new Named<>(model::name, Text.of("people.everybody")));
    usagePerson.setItems(model.people());
    usagePerson.valueProperty().bindBidirectional(model.person());
    var ways = Map.of(By.ACCOUNT, byPerson, By.DAY, peopleByDay, By.MODEL, peopleByModel);
    var group = new ToggleGroup();
    ways.forEach((by, button) -> {
      group.getToggles().add(button);
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.sumUp(by);
      });
    });
    peopleFrom.setOnAction(_ -> choose(peopleFrom, model::from));
    peopleUntil.setOnAction(_ -> choose(peopleUntil, model::until));
    bonds =
        Subscription.combine(
            model
                .by()
                .subscribe(now -> ways.forEach((by, button) -> button.setSelected(by == now))),
            model.person().subscribe((_, _) -> model.load()),
            model.days().subscribe(this::showDays),
            model.shown().subscribe(this::show),
            model.failure().subscribe(why -> FailureCard.show(peopleUsageFailure, why)));
  }

  private static void choose(DatePicker field, Consumer<LocalDate> choose) {
    var day = field.getValue();
    if (day != null) {
      choose.accept(day);
    }
  }

  private void showDays(UsageDays days) {
    peopleFrom.setValue(days.first());
    peopleUntil.setValue(days.last());
  }

  private void show(Shown now) {
    rows.show(UsageRows.shown(about(now.by()), now.sums()));
    var total = UsageRows.total(now.sums());
    peopleUsageTotal.setText(
        total == null ? "" : UsageWords.tokens(total) + " · " + UsageWords.cost(total));
    savePeopleUsage.setDisable(total == null);
  }

  private static String about(By by) {
    return switch (by) {
      case ACCOUNT -> Text.of("people.person");
      case DAY -> Text.of("usage.day");
      case MODEL -> Text.of("usage.model");
    };
  }

  void open() {
    model.load();
    usagePerson.requestFocus();
  }

  @FXML
  private void save() {
    saving.save(
        model.csvName(), () -> model.csv().getBytes(StandardCharsets.UTF_8), peopleUsageFailure);
  }

  void close() {
    bonds.unsubscribe();
    usagePerson.valueProperty().unbindBidirectional(model.person());
  }
}
