package org.colloquy.desktop.ui.sharing;

import java.net.URI;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.colloquy.desktop.client.InvitationEntry;
import org.colloquy.desktop.client.NewInvitation;
import org.colloquy.desktop.client.Sharing;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.AccountWords;
import org.colloquy.desktop.ui.parts.CopyButton;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.FailureCard;
import org.colloquy.desktop.ui.parts.Hiding;
import org.colloquy.model.AccountRole;
import org.jspecify.annotations.Nullable;

/// The dialog in which the server is shared on its network.
public final class SharingView implements DialogView {
  private static final List<Integer> DAYS = List.of(1, 7, 30);
  private static final int USUAL_DAYS = 7;

  /// How many characters of a fingerprint stand in a line: half of its groups.
  private static final int HALF = 32;

  private final SharingViewModel model;
  private final ObservableValue<Boolean> atHome;
  private final Runnable people;
  private final Runnable done;
  private final QrPicture picture = new QrPicture();
  private Subscription bonds = Subscription.EMPTY;
  @FXML private CheckBox sharingOn;
  @FXML private CheckBox sharingAnnounced;
  @FXML private TextField sharingName;
  @FXML private Label sharingDenied;
  @FXML private Region sharingOffer;
  @FXML private Region sharingReach;
  @FXML private Label sharingLinkTitle;
  @FXML private Label sharingLinkHint;
  @FXML private TextArea sharingLink;
  @FXML private HBox sharingLinkLine;
  @FXML private ComboBox<URI> sharingAddress;
  @FXML private Label sharingFingerprint;
  @FXML private HBox sharingFingerprintLine;
  @FXML private StackPane sharingPicture;
  @FXML private ComboBox<AccountRole> invitationRole;
  @FXML private ComboBox<Integer> invitationDays;
  @FXML private Button invitationAdd;
  @FXML private ListView<InvitationEntry> invitationList;
  @FXML private StackPane failure;

  /// The dialog of this model.
  ///
  /// @param atHome whether the window shows its own server: elsewhere it has a token, and only
  ///   people invite
  /// @param people shows who has an account
  /// @param done closes the dialog
  public SharingView(
      SharingViewModel model, ObservableValue<Boolean> atHome, Runnable people, Runnable done) {
    this.model = model;
    this.atHome = atHome;
    this.people = people;
    this.done = done;
  }

  @FXML
  private void initialize() {
    Hiding.whole(sharingDenied, sharingOffer, sharingReach, failure);
    Hiding.whole(invitationRole, invitationDays, invitationAdd);
    sharingName.textProperty().bindBidirectional(model.name());
    sharingName.setOnAction(_ -> model.rename());
    sharingName
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            model.rename();
          }
        });
    sharingOn.setOnAction(_ -> model.turn(sharingOn.isSelected()));
    sharingAnnounced.setOnAction(_ -> model.announce(sharingAnnounced.isSelected()));
    sharingAddress.valueProperty().bindBidirectional(model.address());
    sharingLink.textProperty().bind(model.link());
    sharingLinkLine
        .getChildren()
        .add(new CopyButton(Text.of("sharing.link.copy"), sharingLink::getText));
    sharingFingerprintLine
        .getChildren()
        .add(new CopyButton(Text.of("sharing.fingerprint.copy"), this::fingerprint));
    sharingPicture.getChildren().add(picture);
    offerInvitations();
    bonds =
        Subscription.combine(
            model.sharing().subscribe(this::show),
            atHome.subscribe(this::showInviting),
            model.made().subscribe(this::showMade),
            model.link().subscribe(picture::show),
            model.failure().subscribe(why -> FailureCard.show(failure, why)));
  }

  private void offerInvitations() {
    invitationRole.getItems().setAll(AccountRole.MEMBER, AccountRole.GUEST);
    invitationRole.setConverter(words(AccountWords::role));
    invitationRole.setValue(AccountRole.MEMBER);
    invitationDays.getItems().setAll(DAYS);
    invitationDays.setConverter(words(days -> Text.of("sharing.days", days)));
    invitationDays.setValue(USUAL_DAYS);
    invitationList.setItems(model.invitations());
    invitationList.setCellFactory(_ -> new InvitationCell(model));
    invitationList.setPlaceholder(new Label(Text.of("sharing.none")));
  }

  private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }

  private String fingerprint() {
    return sharingFingerprint.getText().replace("\n", "");
  }

  private void show(@Nullable Sharing sharing) {
    sharingDenied.setVisible(sharing == null);
    sharingOffer.setVisible(sharing != null);
    sharingReach.setVisible(sharing != null && sharing.on());
    if (sharing == null) {
      return;
    }
    sharingOn.setSelected(sharing.on());
    sharingAnnounced.setSelected(sharing.announced());
    var chosen = model.address().get();
    sharingAddress.getItems().setAll(sharing.addresses());
    sharingAddress.setValue(chosen);
    var authority = sharing.authority() == null ? "" : sharing.authority().text();
    sharingFingerprint.setText(
        authority.isEmpty() ? "" : authority.substring(0, HALF) + "\n" + authority.substring(HALF));
  }

  private void showInviting(boolean may) {
    invitationRole.setVisible(may);
    invitationDays.setVisible(may);
    invitationAdd.setVisible(may);
  }

  private void showMade(@Nullable NewInvitation invitation) {
    if (invitation == null) {
      sharingLinkTitle.setText(Text.of("sharing.link"));
      sharingLinkHint.setText(Text.of("sharing.link.hint"));
    } else {
      var role = AccountWords.role(invitation.entry().role());
      var until = AccountWords.date(invitation.entry().expiresAt());
      sharingLinkTitle.setText(Text.of("sharing.invitation", role, until));
      sharingLinkHint.setText(Text.of("sharing.invitation.hint"));
    }
  }

  @Override
  public void open() {
    model.open();
    sharingOn.requestFocus();
  }

  @FXML
  private void invite() {
    model.invite(invitationRole.getValue(), invitationDays.getValue());
  }

  @FXML
  private void showPeople() {
    people.run();
  }

  @FXML
  private void done() {
    done.run();
  }

  @Override
  public void close() {
    bonds.unsubscribe();
    model.close();
    sharingName.textProperty().unbindBidirectional(model.name());
    sharingAddress.valueProperty().unbindBidirectional(model.address());
    sharingLink.textProperty().unbind();
  }
}
