package org.colloquy.desktop.ui.usage;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.usage.UsageViewModel.By;

/// The dialog that shows what asking models took and cost.
public final class UsageView implements DialogView {
  private final UsageViewModel model;
  private final Runnable done;
  private final ListChangeListener<UsageEntry> changed = _ -> showTotal();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ToggleButton byDay;
  @FXML private ToggleButton byModel;
  @FXML private ToggleButton byKey;
  @FXML private ToggleButton byConversation;
  @FXML private ListView<UsageEntry> usageList;
  @FXML private Label usageTotal;
  @FXML private StackPane failure;

  public UsageView(UsageViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(failure);
    var ways = new ToggleGroup();
    ways.getToggles().setAll(byDay, byModel, byKey, byConversation);
    way(byDay, By.DAY);
    way(byModel, By.MODEL);
    way(byKey, By.KEY);
    way(byConversation, By.CONVERSATION);
    usageList.setItems(model.sums());
    usageList.setCellFactory(_ -> new UsageCell());
    usageList.setPlaceholder(new Label(Text.of("usage.none")));
    model.sums().addListener(changed);
    bonds = model.failure().subscribe(why -> FailureCard.show(failure, why));
  }

  private void way(ToggleButton button, By by) {
    button.setSelected(model.by().get() == by);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.by().set(by);
    });
  }

  private void showTotal() {
    var total = model.total();
    usageTotal.setText(
        total == null ? "" : UsageWords.tokens(total) + " · " + UsageWords.cost(total));
  }

  /// Shows what was used until now.
  @Override
  public void open() {
    model.load();
    usageList.requestFocus();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    model.sums().removeListener(changed);
  }
}
