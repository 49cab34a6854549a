package org.colloquy.desktop.ui.people;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.colloquy.desktop.client.QuotaEntry;
import org.colloquy.desktop.client.QuotaHolder;
import org.colloquy.desktop.client.QuotaMeasure;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.jspecify.annotations.Nullable;

/// The page with the quotas, and the form that sets one.
public final class QuotasView {
  private final QuotasViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private VBox quotaPage;
  @FXML private ListView<QuotaEntry> quotaList;
  @FXML private Button addQuota;
  @FXML private HBox quotaConfirm;
  @FXML private Label quotaConfirmText;
  @FXML private VBox quotaForm;
  @FXML private ComboBox<QuotaHolder> quotaOf;
  @FXML private TextField tokensPerDay;
  @FXML private TextField tokensPerMonth;
  @FXML private TextField costPerDay;
  @FXML private TextField costPerMonth;
  @FXML private Label quotaWrong;
  @FXML private Button saveQuota;
  @FXML private StackPane quotaFailure;

  public QuotasView(QuotasViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(quotaPage, quotaConfirm, quotaForm, quotaWrong, quotaFailure);
    quotaList.setItems(model.quotas());
    quotaList.setCellFactory(_ -> new QuotaCell(model));
    var none = new Label(Text.of("people.quotas.none"));
    none.setWrapText(true);
    quotaList.setPlaceholder(none);
    quotaOf.setItems(model.holders());
    quotaOf.setConverter(new Named<>(model::name));
    quotaOf.valueProperty().bindBidirectional(model.form().of());
    fields()
        .forEach((measure, field) -> {
          field.textProperty().bindBidirectional(model.form().fields().get(measure));
          field.setOnAction(_ -> model.save());
        });
    bonds =
        Subscription.combine(
            model.editing().subscribe(this::showPage),
            model.form().of().subscribe(of -> saveQuota.setDisable(of == null)),
            model.wrong().subscribe(this::showWrong),
            model.doubted().subscribe(this::showDoubt),
            model.failure().subscribe(why -> FailureCard.show(quotaFailure, why)));
  }

  private Map<QuotaMeasure, TextField> fields() {
    return Map.of(
        QuotaMeasure.TOKENS_PER_DAY,
        tokensPerDay,
        QuotaMeasure.TOKENS_PER_MONTH,
        tokensPerMonth,
        QuotaMeasure.COST_PER_DAY,
        costPerDay,
        QuotaMeasure.COST_PER_MONTH,
        costPerMonth);
  }

  private void showPage(boolean editing) {
    quotaPage.setVisible(!editing);
    quotaForm.setVisible(editing);
    if (!editing) {
      addQuota.requestFocus();
    } else if (quotaOf.getValue() == null) {
      quotaOf.requestFocus();
    } else {
      tokensPerDay.requestFocus();
    }
  }

  private void showWrong(@Nullable QuotaMeasure measure) {
    quotaWrong.setVisible(measure != null);
    if (measure != null) {
      quotaWrong.setText(Text.of("people.quota.wrong", QuotaCell.title(measure)));
      var field = fields().get(measure);
      if (field != null) {
        field.requestFocus();
      }
    }
  }

  private void showDoubt(@Nullable QuotaEntry quota) {
    quotaConfirm.setVisible(quota != null);
    if (quota != null) {
      quotaConfirmText.setText(Text.of("people.quota.confirm", model.name(quota.of())));
    }
  }

  void open() {
    model.open();
    addQuota.requestFocus();
  }

  @FXML
  private void add() {
    model.add();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void keepDoubted() {
    model.keepDoubted();
  }

  @FXML
  private void removeDoubted() {
    model.removeDoubted();
  }

  void close() {
    bonds.unsubscribe();
    quotaOf.valueProperty().unbindBidirectional(model.form().of());
    fields()
        .forEach((measure, field) ->
            field.textProperty().unbindBidirectional(model.form().fields().get(measure)));
  }
}
