package org.colloquy.desktop.ui.people;

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
import org.colloquy.desktop.client.AccountEntry;
import org.colloquy.desktop.client.GroupEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.desktop.ui.parts.Named;
import org.jspecify.annotations.Nullable;

/// The page with the groups and their members.
public final class GroupsView {
  private final GroupsViewModel model;
  private Subscription bonds = Subscription.EMPTY;
  @FXML private ListView<GroupEntry> groupList;
  @FXML private TextField newGroup;
  @FXML private VBox groupForm;
  @FXML private TextField groupName;
  @FXML private ListView<AccountEntry> memberList;
  @FXML private ComboBox<AccountEntry> newMember;
  @FXML private Button joinGroup;
  @FXML private HBox groupConfirm;
  @FXML private Label groupConfirmText;
  @FXML private StackPane groupFailure;

  public GroupsView(GroupsViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    Hiding.whole(groupConfirm, groupFailure);
    groupList.setItems(model.groups());
    groupList.setCellFactory(_ -> new GroupCell());
    groupList.setPlaceholder(placeholder("people.groups.none"));
    memberList.setItems(model.members());
    memberList.setCellFactory(_ -> new MemberCell(model));
    memberList.setPlaceholder(placeholder("people.group.nobody"));
    newMember.setItems(model.others());
    newMember.setConverter(new Named<>(AccountEntry::username));
    newGroup.textProperty().bindBidirectional(model.fresh());
    newGroup.setOnAction(_ -> model.add());
    groupName.textProperty().bindBidirectional(model.name());
    groupName.setOnAction(_ -> model.rename());
    bonds =
        Subscription.combine(
            groupList.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            newMember.valueProperty().subscribe(who -> joinGroup.setDisable(who == null)),
            model.chosen().subscribe(this::showChosen),
            model.doubted().subscribe(this::showDoubt),
            model.failure().subscribe(why -> FailureCard.show(groupFailure, why)));
  }

  private static Label placeholder(String key) {
    var label = new Label(Text.of(key));
    label.setWrapText(true);
    return label;
  }

  /// The list has none chosen while it is filled anew.
  private void choose(@Nullable GroupEntry group) {
    if (group != null) {
      model.choose(group);
    }
  }

  private void showChosen(@Nullable GroupEntry group) {
    groupForm.setDisable(group == null);
    groupList.getSelectionModel().select(group);
  }

  private void showDoubt(@Nullable GroupEntry group) {
    groupConfirm.setVisible(group != null);
    if (group != null) {
      groupConfirmText.setText(Text.of("people.group.confirm", group.name()));
    }
  }

  void open() {
    model.open();
    newGroup.requestFocus();
  }

  @FXML
  private void addGroup() {
    model.add();
  }

  @FXML
  private void rename() {
    model.rename();
  }

  @FXML
  private void join() {
    var who = newMember.getValue();
    if (who != null) {
      model.join(who);
    }
  }

  @FXML
  private void doubt() {
    model.doubt();
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
    newGroup.textProperty().unbindBidirectional(model.fresh());
    groupName.textProperty().unbindBidirectional(model.name());
  }
}
