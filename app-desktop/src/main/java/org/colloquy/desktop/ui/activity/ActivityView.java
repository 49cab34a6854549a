package org.colloquy.desktop.ui.activity;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.ActivityEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.PageView;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The page with the running table of the open conversation.
public final class ActivityView implements PageView {
  private final ActivityViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<ActivityEntry> activityList;
  @FXML private StackPane activityFailure;

  public ActivityView(ActivityViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(activityFailure);
    activityList.setItems(model.lines().items());
    activityList.setCellFactory(_ -> new ActivityCell());
    var none = new Label(Text.of("activity.none"));
    none.setWrapText(true);
    activityList.setPlaceholder(none);
    bonds = model.lines().failure().subscribe(why -> FailureCard.show(activityFailure, why));
  }

  @Override
  public void show(@Nullable ConversationId conversation) {
    model.lines().show(conversation);
  }

  @Override
  public void close() {
    bonds.unsubscribe();
  }
}
